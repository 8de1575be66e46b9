#!/usr/bin/env python3
"""Kills exports at random moments, resumes them, and compares each with an undisturbed one.

    Scripts/export-kill.py QOSHAT REGISTER TEMPLATES [COUNT] [SEED] [-- further options of export]

Every export is killed once or more often with SIGKILL before it is allowed to come to its end. Ends with 1 if one of
them differs in any file, or leaves one behind that does not belong there.
"""
import filecmp
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

arguments = sys.argv[1:]
further = []
if "--" in arguments:
    further = arguments[arguments.index("--") + 1 :]
    arguments = arguments[: arguments.index("--")]
program, register, templates = arguments[:3]
count = int(arguments[3]) if len(arguments) > 3 else 100
seed = int(arguments[4]) if len(arguments) > 4 else random.randrange(1 << 30)
chance = random.Random(seed)
print(f"seed {seed}")


def command(folder, resume):
    call = [program, "export", "--period", "2021", "--as-of", "2021-12-31", "--out", folder]
    call += ["--register", register, "--templates", templates, "--progress", "none"] + further
    return call + (["--resume"] if resume else [])


def files(folder):
    found = set()
    for path, _, names in os.walk(folder):
        found |= {os.path.relpath(os.path.join(path, name), folder) for name in names}
    return found


with tempfile.TemporaryDirectory() as parent:
    whole = os.path.join(parent, "undisturbed")
    start = time.monotonic()
    subprocess.run(command(whole, False), check=True, stdout=subprocess.DEVNULL)
    duration = time.monotonic() - start
    print(f"undisturbed: {duration:.2f} s, {len(files(whole))} files")
    kills, partial, faults = 0, 0, 0
    while kills < count:
        folder = os.path.join(parent, "killed")
        resume = False
        while True:
            process = subprocess.Popen(
                command(folder, resume), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            try:
                process.wait(timeout=chance.uniform(0, duration * 1.05))
                break
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                kills += 1
                shown = {f for f in files(folder) if not f.startswith(".qoshat-export")}
                # Nothing but whole letters may be seen, whenever the export was killed.
                if not all(
                    f in files(whole) and filecmp.cmp(
                        os.path.join(folder, f), os.path.join(whole, f), shallow=False)
                    for f in shown
                ):
                    print("torn letter seen after a kill", shown)
                    faults += 1
                partial += bool(shown)
                resume = True
                if kills >= count:
                    process = subprocess.Popen(
                        command(folder, True), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                    process.wait()
                    break
        if process.returncode:
            print("exit", process.returncode, process.stderr.read().decode()[:500])
            faults += 1
        left = files(folder) ^ files(whole)
        changed = [
            f for f in files(folder) & files(whole)
            if not filecmp.cmp(os.path.join(folder, f), os.path.join(whole, f), shallow=False)
        ]
        if left or changed:
            print("differs:", sorted(left)[:5], changed[:5])
            faults += 1
        shutil.rmtree(folder)
    print(f"{kills} kills, {faults} faults; {partial} times something was published already")
sys.exit(1 if faults else 0)
