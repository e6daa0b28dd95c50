#!/usr/bin/env python3
"""Radicals and compatibility ideographs with their unified ideograph, from Python's unicodedata (Unicode NFKC).

    python3 Scripts/make_radicals.py Sources/Casework/Names/Radicals.swift

The radicals supplement (U+2E80-2EF3) has NFKC forms for two characters only; the rest is written down here by
hand, for the ones whose ideograph is beyond doubt.
"""

import sys
import unicodedata

import swift_table

SUPPLEMENT = (
    "⺁厂 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗㣺 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 "
    "⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 ⺼月 ⺽臼 ⺾艹 "
    "⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 "
    "⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟"
)

folds = {ord(pair[0]): ord(pair[1]) for pair in SUPPLEMENT.split()}
for first, last in ((0x2E80, 0x2FD5), (0xF900, 0xFAD9), (0x2F800, 0x2FA1D)):
    for code in range(first, last + 1):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code) and len(plain) == 1:
            folds[code] = ord(plain)

text = "".join(f"{code:X}={ideograph:X} " for code, ideograph in sorted(folds.items()))
swift_table.write(
    sys.argv[1], "Radicals", "enum", "make_radicals.py",
    f"Unicode {unicodedata.unidata_version} and the list in that script",
    "Characters that look like an ideograph and are another code point: Kangxi and CJK radicals, compatibility forms.",
    [swift_table.literal("table", "`radical=ideograph`, both in hexadecimal, separated by spaces.",
                         swift_table.folded(text.rstrip()))])
