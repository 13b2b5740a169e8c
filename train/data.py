"""Reads the treebanks and name corpora, and turns words into the model's inputs.

The functions `pieces`, `shape`, `prefix`, `suffix` and `apply_script` are mirrored in Go
(ingest/parse); a change here is a change there.
"""
import collections
import random
import unicodedata

MAX_PIECES = 8    # of one word; a longer word (a URL) keeps its first ones
MAX_INPUT = 400   # pieces of a training sentence; longer ones are left out


class Sentence:
    """Words with the labels that their corpus has; a missing layer is None."""
    __slots__ = ("words", "upos", "xpos", "feats", "lemma", "head", "rel", "name", "news", "mention")

    def __init__(self, words):
        self.words = words
        for layer in self.__slots__[1:]:
            setattr(self, layer, None)


def read_conllu(path):
    """Sentences by sent_id. Empty nodes and multiword lines are left out."""
    out, rows, sid = collections.OrderedDict(), [], None
    with open(path, encoding="utf-8") as f:
        for line in list(f) + ["\n"]:
            line = line.rstrip("\n")
            if line.startswith("# sent_id = "):
                sid = line[12:]
            elif line and line[0] != "#":
                cols = line.split("\t")
                if cols[0].isdigit():
                    rows.append(cols)
            elif not line and rows:
                s = Sentence([r[1] for r in rows])
                s.lemma, s.upos, s.xpos = [[r[k] for r in rows] for k in (2, 3, 4)]
                s.feats = [r[5] for r in rows]
                s.head, s.rel = [int(r[6]) for r in rows], [r[7] for r in rows]
                if any("Entity=" in r[9] for r in rows):
                    s.mention = mention_heads(rows)
                out[sid], rows = s, []
    if all(s.mention is None for s in out.values()):
        return out
    for s in out.values():
        s.mention = s.mention or ["O"] * len(s.words)
    return out


def mention_heads(rows):
    """GUM's entity type at the head word of each mention (the smallest mention where several share a head)."""
    spans, stack = [], []
    for i, r in enumerate(rows):
        for field in r[9].split("|"):
            if not field.startswith("Entity="):
                continue
            text, k = field[7:], 0
            while k < len(text):
                if text[k] == "(":
                    e = min([x for x in (text.find(c, k + 1) for c in "()") if x >= 0] + [len(text)])
                    parts = text[k + 1:e].split("-")
                    ident, typ = parts[0], parts[1]
                    if e < len(text) and text[e] == ")":
                        spans.append((i, i, typ))
                        e += 1
                    else:
                        stack.append((ident, i, typ))
                    k = e
                else:
                    e = text.find(")", k)
                    ident = text[k:e]
                    for m in range(len(stack) - 1, -1, -1):
                        if stack[m][0] == ident:
                            spans.append((stack[m][1], i, stack[m][2]))
                            del stack[m]
                            break
                    k = e + 1
    out = ["O"] * len(rows)
    for a, b, typ in sorted(spans, key=lambda s: s[0] - s[1]):   # the smallest last, so that it stays
        heads = [i for i in range(a, b + 1) if not a < int(rows[i][6]) <= b + 1 and int(rows[i][6]) - 1 not in range(a, b + 1)]
        if heads:
            out[heads[0]] = typ
    return out


def read_uner(path):
    """Name tags (B-PER ...) by sent_id; every other type (OTH, and O with a prefix) is no name."""
    out, tags, sid = {}, [], None
    with open(path, encoding="utf-8") as f:
        for line in list(f) + ["\n"]:
            line = line.rstrip("\n")
            if line.startswith("# sent_id = "):
                sid = line[12:]
            elif line and line[0] != "#":
                cols = line.split("\t")
                if cols[0].isdigit():
                    tags.append(cols[2] if cols[2][2:] in ("PER", "ORG", "LOC") else "O")
            elif not line and tags:
                out[sid], tags = tags, []
    return out


TITLES = set("""mr. mrs. ms. miss dr. president vice prime minister secretary general senator king queen prince princess
pope judge justice chancellor governor ambassador colonel captain major lieutenant sheikh ayatollah former general-secretary
foreign defense interior finance secretary-general chief spokesman spokeswoman representative congressman archbishop bishop
cardinal chairman premier sir rev. sen. rep. gov. gen. col. capt. lt. sgt. adm. admiral""".split())
FROM_NEWS = {"per": "PER", "org": "ORG", "geo": "LOC"}
FROM_POLITICS = {"person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG", "country": "LOC", "location": "LOC"}


def news_names(words, xpos, tags):
    """GMB's labels in UNER's sense: titles are no part of a name, adjectives and peoples are no names, what is doubtful is None."""
    out, open_type = [], None
    for w, x, t in zip(words, xpos, tags):
        kind = t[2:]
        if t == "O" or kind in ("tim", "eve", "art", "nat"):
            out.append("O" if t == "O" or kind == "tim" else None)
            open_type = None
        elif kind == "gpe" and x != "NNP":
            out.append("O" if x in ("JJ", "NNS") else None)
            open_type = None
        else:
            typ = "ORG" if w in ("U.N.", "NATO", "EU", "E.U.") else FROM_NEWS.get(kind, "LOC")
            if t[0] == "B":
                open_type = None
            if typ == "PER" and open_type is None and w.lower() in TITLES:
                out.append("O")
                continue
            out.append(("I-" if open_type == typ else "B-") + typ)
            open_type = typ
    return out


def read_politics(path):
    """CrossNER's politics part in UNER's types."""
    out, words, tags = [], [], []
    with open(path, encoding="utf-8") as f:
        for line in list(f) + ["\n"]:
            cols = line.split()
            if len(cols) == 2:
                typ = FROM_POLITICS.get(cols[1][2:])
                words.append(cols[0])
                tags.append(cols[1][:2] + typ if typ else "O")
            elif words:
                s = Sentence(words)
                s.name = tags
                out.append(s)
                words, tags = [], []
    return out


def read_iob(path):
    """GMB: word, tag, name tag; its names also in UNER's sense."""
    out, rows = [], []
    with open(path, encoding="utf-8") as f:
        for line in list(f) + ["\n"]:
            cols = line.rstrip("\n").split("\t")
            if len(cols) == 3:
                rows.append(cols)
            elif rows:
                s = Sentence([r[0] for r in rows])
                s.news = [r[2] for r in rows]
                s.name = news_names(*zip(*rows))
                out.append(s)
                rows = []
    return out


def load_ud(root, part):
    """The sentences of EWT (with UNER's names) and of GUM, as two lists."""
    ewt = read_conllu("%s/ud/en_ewt-%s.conllu" % (root, part))
    names = read_uner("%s/ner/uner_ewt-%s.iob2" % (root, part))
    for sid, s in ewt.items():
        tags = names.get(sid)
        if tags and len(tags) == len(s.words):
            s.name = tags
    return list(ewt.values()), list(read_conllu("%s/ud/en_gum-%s.conllu" % (root, part)).values())


# Words to inputs

def is_punct(c):
    o = ord(c)
    if 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126:
        return True
    return unicodedata.category(c)[0] == "P"


def is_cjk(c):
    o = ord(c)
    return 0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0xF900 <= o <= 0xFAFF or 0x20000 <= o <= 0x2FA1F


class Pieces:
    """BERT's uncased WordPiece over one word at a time."""

    def __init__(self, vocab_path):
        with open(vocab_path, encoding="utf-8") as f:
            self.vocab = {w.rstrip("\n"): i for i, w in enumerate(f)}
        self.unk, self.cls, self.sep, self.pad, self.mask = (self.vocab[w] for w in ("[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]"))
        self.cache = {}

    def __call__(self, word):
        got = self.cache.get(word)
        if got is None:
            got = self.cache[word] = self.split(word)
        return got

    def split(self, word):
        runs, run = [], ""
        for c in unicodedata.normalize("NFD", word.lower()):
            cat = unicodedata.category(c)
            if cat == "Mn" or cat in ("Cc", "Cf") or c.isspace():
                continue
            if is_punct(c) or is_cjk(c):
                if run:
                    runs.append(run)
                runs.append(c)
                run = ""
            else:
                run += c
        if run:
            runs.append(run)
        out = []
        for run in runs:
            out += self.greedy(run)
            if len(out) >= MAX_PIECES:
                break
        return out[:MAX_PIECES] or [self.unk]

    def greedy(self, run):
        if len(run) > 100:
            return [self.unk]
        out, a = [], 0
        while a < len(run):
            for b in range(len(run), a, -1):
                i = self.vocab.get(("##" if a else "") + run[a:b])
                if i is not None:
                    out.append(i)
                    a = b
                    break
            else:
                return [self.unk]
        return out


def shape(word):
    """Xxx, dd.d, x'x: letters and digits by class, runs cut at three, the whole at ten."""
    out = ""
    for c in word:
        if c.isupper():
            k = "X"
        elif c.isalpha():
            k = "x"
        elif c.isdigit():
            k = "d"
        elif ord(c) < 128:
            k = c
        else:
            k = "?"
        if not (len(out) >= 3 and out[-1] == out[-2] == out[-3] == k):
            out += k
    return out[:10]


def prefix(word):
    return word[:2]


def suffix(word):
    return word[-3:]


# Lemmas as edit scripts

def lemma_script(word, lemma):
    """`case|cut|add`: case L (lower the word first) or K (keep); cut so many runes off the end, add a string.
    Where the common stem is shorter than two runes or a third of the lemma, `=lemma` as a whole."""
    for case, base in (("L", word.lower()), ("K", word)):
        k = 0
        while k < min(len(base), len(lemma)) and base[k] == lemma[k]:
            k += 1
        if k == len(lemma) and k == len(base) or (k >= 2 and k * 3 >= len(lemma)):
            return "%s|%d|%s" % (case, len(base) - k, lemma[k:])
    return "=" + lemma


def apply_script(word, script):
    if script.startswith("="):
        return script[1:]
    case, cut, add = script.split("|", 2)
    base = word.lower() if case == "L" else word
    cut = int(cut)
    if cut > len(base):
        return base
    return base[:len(base) - cut] + add or base


def vocabulary(counts, least, first=()):
    """Strings seen at least so often, the most frequent first; a list whose order is fixed."""
    seen = sorted((w for w, n in counts.items() if n >= least and w not in first), key=lambda w: (-counts[w], w))
    return list(first) + seen


def batches(items, size_of, budget, rng):
    """Batches of like length with about `budget` words, in random order."""
    order = sorted(range(len(items)), key=lambda i: (size_of(items[i]) + rng.random() * 3))
    out, cur, longest = [], [], 0
    for i in order:
        n = size_of(items[i])
        if cur and max(longest, n) * (len(cur) + 1) > budget:
            out.append(cur)
            cur, longest = [], 0
        cur.append(items[i])
        longest = max(longest, n)
    if cur:
        out.append(cur)
    rng.shuffle(out)
    return out


def recase(words, rng):
    """Casing noise: the sentence as a headline, in capitals, or in lower case."""
    k = rng.random()
    if k < 0.4:
        return [w[:1].upper() + w[1:] if len(w) > 3 or i == 0 else w for i, w in enumerate(words)]
    if k < 0.7:
        return [w.upper() for w in words]
    return [w.lower() for w in words]
