"""Runs and checks samples. Prints a JSON object for each file, one in a line.

    python.py run FILE...      runs programs one after the other and holds them against Black
    python.py csharp FILE...   parses C#
"""

import contextlib
import io
import json
import os
import runpy
import sys
import traceback


def run(file):
    """Runs a program as `python FILE` would. A refusal by the cloud is no problem here."""
    import black

    with open(file, encoding="utf-8", newline="") as opened:
        text = opened.read()
    formatted = black.format_str(text, mode=black.Mode())
    # Drafts are told apart by the project in the path; an open one finds its own here.
    os.environ["CLOUD_SDK_PROJECT_ID"] = project(file)
    problem = None
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            runpy.run_path(file, run_name="__main__")
        except SystemExit:
            pass
        except BaseException:
            problem = traceback.format_exc()
    return {"problem": problem, "formatted": formatted == text, "wanted": formatted}


def project(file):
    return json.loads(os.environ["PROOF_PROJECTS"])[file]


def csharp(file):
    """Parses a program with the grammar of C#."""
    import tree_sitter
    import tree_sitter_c_sharp

    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_c_sharp.language()))
    with open(file, "rb") as opened:
        tree = parser.parse(opened.read())
    return {"problem": first_error(tree.root_node)}


def first_error(node):
    if not node.has_error:
        return None
    for child in node.children:
        found = first_error(child)
        if found:
            return found
    return f"line {node.start_point[0] + 1}: {node.type}"


if __name__ == "__main__":
    action = {"run": run, "csharp": csharp}[sys.argv[1]]
    for name in sys.argv[2:]:
        print(json.dumps(action(name)), flush=True)
