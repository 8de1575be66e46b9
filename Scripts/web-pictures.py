#!/usr/bin/env python3
"""Takes the pictures of docs/images/web anew: every page of the web application, in Kazakh and in Russian.

    Scripts/web-pictures.py

Builds and runs the tests that drive Chromium; needs chromium, chromium-driver, chromium-l10n (date fields in the reader's
order) and Pillow (python3-pil). Look at the pictures before committing them.
"""
import os, pathlib, shutil, subprocess, tempfile

from PIL import Image

root = pathlib.Path(__file__).resolve().parent.parent
target = root / "docs/images/web"
# Pages of which there is another picture, of the same page while somebody works with it.
LEFT_OUT = {
    "page", "page-compare", "page-export", "page-letters-new", "page-letters-one", "page-letters-one-preview-kk",
    "page-letters-one-preview-ru", "page-people", "page-register", "page-register-import", "page-templates-notification",
    "page-templates-payment-list", "page-templates-period-report",
}
WIDTH, HEIGHT, COLOURS = 1000, 1500, 64

subprocess.run(["swift", "build", "--build-tests"], cwd=root, check=True, env={**os.environ, "QOSHAT_TESTS": "WebTests"})
shutil.rmtree(target, ignore_errors=True)
target.mkdir(parents=True)
for language in ["kk", "ru"]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["swift", "test", "--skip-build", "--filter", "PageBarrierTests|StaffJourneyTests|PeopleJourneyTests"],
            cwd=root, check=True,
            env={**os.environ, "QOSHAT_TESTS": "WebTests", "SCREENSHOTS": folder, "LANGUAGE": language})
        for path in sorted(pathlib.Path(folder).glob(f"*-{language}.png")):
            if path.stem.removesuffix(f"-{language}") in LEFT_OUT:
                continue
            image = Image.open(path).convert("RGB")
            image = image.resize((WIDTH, image.height * WIDTH // image.width), Image.LANCZOS)
            image = image.crop((0, 0, WIDTH, min(image.height, HEIGHT)))
            image = image.quantize(COLOURS, dither=Image.Dither.NONE)
            image.save(target / path.name.removeprefix("page-"), optimize=True)
