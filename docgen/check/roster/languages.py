"""A language's name or code → its tag (BCP 47): those spoken by families at schools; data."""

from collections.abc import Mapping
from functools import lru_cache

from docgen.model.folding import folded

NOTHING_KNOWN = frozenset({
    "not", "not obtained", "ref", "refused", "zzz", "unknown", "not known", "not supplied",
    "classification pending", "?",
})  # fmt: skip
"""Words and codes of the national data set for no answer."""
ENGLISH = ("english", "eng", "enb", "believed to be english", "en", "en-gb", "british english")

_NAMED = """
    af: afrikaans, afr; ak: akan, aka, twi, fante, tw; sq: albanian, alb, sqi, shqip
    am: amharic, amh; ar: arabic, ara; hy: armenian, hye, arm; az: azerbaijani, aze, azeri
    eu: basque, eus, baq; be: belarusian, bel; bn: bengali, bangla, ben, bng; bs: bosnian, bos
    bg: bulgarian, bul; my: burmese, mya, bur; ca: catalan, cat
    ckb: sorani, kurdish (sorani), central kurdish
    kmr: kurmanji, kurdish (kurmanji), northern kurdish; ku: kurdish, kur
    zh: chinese, zho, chi, mandarin, cmn, chinese (mandarin), mandarin chinese
    yue: cantonese, chinese (cantonese); hr: croatian, hrv; cs: czech, ces, cze; da: danish, dan
    dv: dhivehi, div; nl: dutch, nld, dut, flemish; et: estonian, est; ee: ewe; fi: finnish, fin
    fr: french, fra, fre, frn; ff: fula, fulani; lg: luganda, ganda, lug; ka: georgian, kat, geo
    de: german, deu, ger; el: greek, ell, gre; gu: gujarati, guj; ha: hausa, hau
    he: hebrew, heb; hi: hindi, hin; hu: hungarian, hun, magyar; is: icelandic, isl
    ig: igbo, ibo; id: indonesian, ind; ga: irish, gle, gaelic; it: italian, ita
    ja: japanese, jpn; jv: javanese, jav; kn: kannada, kan; kk: kazakh, kaz
    rw: kinyarwanda, kin; ky: kyrgyz, kir; ko: korean, kor; kri: krio; ln: lingala, lin
    lt: lithuanian, lit; lv: latvian, lav, ltv; mk: macedonian, mkd; ml: malayalam, mal
    ms: malay, msa; mt: maltese, mlt; mr: marathi, mar; mn: mongolian, mon; ne: nepali, nep
    no: norwegian, nor; om: oromo, orm; ps: pashto, pus, pushto, pashtu
    fa: persian, fas, per, farsi; prs: dari; pl: polish, pol, polski; pt: portuguese, por
    pt-BR: brazilian portuguese, portuguese (brazil)
    pa: panjabi, punjabi, pan, pnj, panjabi (gurmukhi), punjabi (gurmukhi), pa-guru
    pa-Arab: shahmukhi, panjabi (shahmukhi), punjabi (shahmukhi)
    ro: romanian, ron, rum, moldovan; rom: romany, romani; ru: russian, rus; rn: kirundi, rundi
    sr: serbian, srp; sn: shona, sna; sd: sindhi, snd; si: sinhala, sin, sinhalese
    sk: slovak, slk, slo, slovakian; sl: slovenian, slv, slovene; so: somali, som
    es: spanish, spa; sw: swahili, swa, kiswahili; sv: swedish, swe
    syl: sylheti, bengali (sylheti); tl: tagalog, tgl, filipino; ta: tamil, tam; te: telugu, tel
    th: thai, tha; bo: tibetan, bod; ti: tigrinya, tir; tr: turkish, tur; tk: turkmen, tuk
    uk: ukrainian, ukr; ur: urdu, urd; ug: uyghur, uig; uz: uzbek, uzb; vi: vietnamese, vie
    cy: welsh, cym; wo: wolof, wol; xh: xhosa, xho; yi: yiddish, yid; yo: yoruba, yor
    zu: zulu, zul
"""


@lru_cache(maxsize=512)
def tag_of(text: str) -> str | None:
    """Give the tag of a language by its English name, its code or tag; None if it isn't known."""
    word = folded(text)
    return TAGS.get(word) or TAGS.get(word.removesuffix(" language"))


def _tags() -> Mapping[str, str]:
    found = dict.fromkeys(ENGLISH, "en")
    for entry in _NAMED.replace("\n", ";").split(";"):
        tag, _, names = entry.strip().partition(": ")
        if tag:
            found |= dict.fromkeys((tag.casefold(), *names.split(", ")), tag)
    return found


TAGS = _tags()
