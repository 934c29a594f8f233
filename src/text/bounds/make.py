#!/usr/bin/env python3
"""Makes classes.rs of files of Unicode's. Standard library only.

    make.py SentenceBreakProperty.txt WordBreakProperty.txt emoji-data.txt > classes.rs

The files stand at https://www.unicode.org/Public/17.0.0/ucd/, in auxiliary/ and emoji/.
"""
import re, sys

SENTENCE = ["ATerm", "Close", "CR", "Extend", "Format", "LF", "Lower", "Numeric", "OLetter", "SContinue", "Sep", "Sp", "STerm",
            "Upper"]
WORD = ["ALetter", "CR", "Double_Quote", "Extend", "ExtendNumLet", "Format", "Hebrew_Letter", "Katakana", "LF", "MidLetter",
        "MidNum", "MidNumLet", "Newline", "Numeric", "Regional_Indicator", "Single_Quote", "WSegSpace", "ZWJ",
        "Extended_Pictographic", "ALetter Extended_Pictographic"]


def classes(names, *paths):
    """The class of each character that has one: in all of the files together, where the names know that."""
    found = {}
    for line in (line for path in paths for line in open(path, encoding="utf-8")):
        row = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)", line)
        for character in range(int(row[1], 16), int(row[2] or row[1], 16) + 1) if row else []:
            name = " ".join(filter(None, [found.get(character), row[3]]))
            if name in names:
                found[character] = name
    return found


def table(what, names, found):
    ranges, line, last = [], "", 0
    for character, name in sorted(found.items()):
        if ranges and ranges[-1][2] == name and ranges[-1][1] + 1 == character:
            ranges[-1][1] = character
        else:
            ranges.append([character, character, name])
    print(f'\n/// {what[0]}_Break of Unicode {what[1]}.\npub(super) const {what[0].upper()}: &str = "\\')
    for first, end, name in ranges:
        gap, count = first - last, end - first + 1
        item = (f".{gap}" if gap else "") + chr(ord("a") + names.index(name)) + (str(count) if count > 1 else "")
        if len(line) + len(item) > 118:
            print(line + "\\")
            line = ""
        line, last = line + item, end + 1
    print(line + '";')


sentence, word, emoji = sys.argv[1:]
version = re.search(r"-(\d+\.\d+\.\d+)\.txt", open(word, encoding="utf-8").readline())[1]
print("""//! What characters are to sentences and to words, of Unicode (<https://www.unicode.org/license.txt>).
//!
//! Made by `make.py`. A letter is a class, by its place there; before it stands how many characters of no class come
//! first, if any, behind it how many it holds, if more than one.""")
table(("Sentence", version), SENTENCE, classes(SENTENCE, sentence))
table(("Word", version), WORD, classes(WORD, word, emoji))
