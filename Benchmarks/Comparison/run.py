"""Runs the product, other engines and a C program for the limit side by side, and prints what they took.

    run.py [--quick] --render BenchRender --limit LIMIT --qoshat QOSHAT --example ExampleRegister --python PYTHON
           --folder FOLDER --json FILE

Every run is a process of its own with its own warm-up. Runs are interleaved: the first of all engines, the second of all
engines, and so on, so that whatever else the machine does falls on all of them. What counts is the median of the runs' CPU
time for a document.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

from engines import Tools, pairs, tasks
from report import printed

PREPARE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "prepare.py")


def measured(task):
    """One run: what its processes say of themselves, or what the system says of them."""
    if task.out:
        shutil.rmtree(task.out, ignore_errors=True)
    begin = time.perf_counter()
    processes = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL if task.is_whole else subprocess.PIPE)
        for command in task.commands
    ]
    if task.is_whole:
        _, status, usage = os.wait4(processes[0].pid, 0)
        wall = time.perf_counter() - begin
        processes[0].returncode = status
        if status:
            raise SystemExit(f"failed: {task.commands[0]}")
        return {"cpu": usage.ru_utime + usage.ru_stime, "wall": wall, "peak": usage.ru_maxrss}
    results = []
    for process in processes:
        output = process.communicate()[0]
        if process.returncode:
            raise SystemExit(f"failed: {process.args}")
        results.append(json.loads(output))
    count = len(results)
    return {
        "cpu": sum(result["cpu"] / result["documents"] for result in results) / count,
        # Of those that run at the same time each takes its part of the documents.
        "wall": 1 / sum(result["documents"] / result["wall"] for result in results),
        "size": results[0]["size"],
        "held": sum(result["held"] for result in results),
        "peak": sum(result["peak"] for result in results),
    }


def measurements(all):
    runs = {id(task): [] for task in all}
    total = max(task.runs for task in all)
    for number in range(total):
        print(f"run {number + 1} of {total}", file=sys.stderr, flush=True)
        for task in all:
            if number < task.runs:
                runs[id(task)].append(measured(task))
    for task in all:
        samples = runs[id(task)]
        medians = {name: statistics.median(sample[name] for sample in samples) for name in samples[0]}
        yield {
            "group": task.group, "engine": task.engine, "workload": task.workload, **medians,
            "samples": [sample["cpu"] for sample in samples],
        }


def machine(tools):
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "")
    command = (tools.python, "-m", "pip", "list", "--format", "json", "--disable-pip-version-check")
    versions = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    names = ("docxtpl", "docx-mailmerge2", "python-docx", "Jinja2", "lxml")
    return {
        "date": time.strftime("%Y-%m-%d"),
        "cores": os.cpu_count(),
        "processor": model,
        "system": os.uname().sysname,
        "load": os.getloadavg()[0],
        "python": sys.version.split()[0],
        "packages": {entry["name"]: entry["version"] for entry in json.loads(versions) if entry["name"] in names},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer runs")
    for name in ("render", "limit", "qoshat", "example", "python", "folder", "json"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    paths = (options.render, options.limit, options.qoshat, options.example, options.python, options.folder)
    tools = Tools(*map(os.path.abspath, paths))
    os.makedirs(tools.folder, exist_ok=True)
    about = machine(tools)
    # Not in this process: Linux counts the memory of who starts a process as that process's own.
    programs = (tools.render, tools.limit, tools.qoshat, tools.example, tools.python)
    documents = "1000" if options.quick else "2000"
    subprocess.run([sys.executable, PREPARE, *programs, tools.folder, documents], check=True)
    about["pairs"] = pairs(tools.folder)
    results = list(measurements(list(tasks(tools, options.quick))))
    with open(options.json, "w", encoding="utf-8") as file:
        json.dump({"machine": about, "results": results}, file, ensure_ascii=False, indent=1)
        file.write("\n")
    print(printed(about, results))


if __name__ == "__main__":
    main()
