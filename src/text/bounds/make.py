#!/usr/bin/env python3
"""Makes classes.txt of Unicode's SentenceBreakProperty.txt. Standard library only.

    make.py SentenceBreakProperty.txt > classes.txt

The file stands at https://www.unicode.org/Public/17.0.0/ucd/auxiliary/.
"""
import re, sys

NAMES = ["ATerm", "Close", "CR", "Extend", "Format", "LF", "Lower", "Numeric", "OLetter", "SContinue", "Sep", "Sp", "STerm",
         "Upper"]

lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
version = re.search(r"-(\d+\.\d+\.\d+)\.txt", lines[0]).group(1)
rows = [re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)", line) for line in lines]
ranges = sorted((int(row[1], 16), int(row[2] or row[1], 16), row[3]) for row in rows if row)
print(f"""# What characters are to sentences: Sentence_Break of Unicode {version} (https://www.unicode.org/license.txt).
# Made by make.py. A letter is a class, by its place in make.py;
# before it stands how many characters of no class come first, if any, behind it how many it holds, if more than one.""")
out, line, last = [], "", 0
for first, end, name in ranges:
    while out and out[-1][2] == name and out[-1][1] + 1 == first:
        first = out.pop()[0]
    out.append((first, end, name))
for first, end, name in out:
    gap, count = first - last, end - first + 1
    item = (f".{gap}" if gap else "") + chr(ord("a") + NAMES.index(name)) + (str(count) if count > 1 else "")
    if len(line) + len(item) > 118:
        print(line)
        line = ""
    line, last = line + item, end + 1
print(line)
