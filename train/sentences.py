"""Trains the sentence splitter: a logistic regression over hashed features of each gap between two words.

    python sentences.py --shared ../../shared/data ../data/sentences.kgm

Line ends are not its business: Go ends sentences there by itself. The features are mirrored in ingest/parse/split.go.
"""
import argparse

import numpy as np
import torch

import data
from export import Writer

SIZE = 1 << 16
EPOCHS, RATE, DECAY = 12, 0.1, 3e-6


def fnv(s):
    h = 2166136261
    for b in s.encode():
        h = (h ^ b) * 16777619 & 0xFFFFFFFF
    return h & SIZE - 1


def first_kind(w):
    c = w[0]
    return "A" if c.isupper() else "a" if c.isalpha() else "0" if c.isdigit() else c


def short(w):
    return w.lower()[:10]


def features(words, glued, i, start):
    """Of the gap after word i, in a sentence that began at start; glued: whether no blank stands after each word."""
    at = lambda k: words[k] if 0 <= k < len(words) else ""
    w, n, p, nn = at(i), at(i + 1), at(i - 1), at(i + 2)
    g = "_" if glued[i] else " "
    ws, ns = data.shape(w), data.shape(n)
    length = i - start + 1
    size = str(length) if length < 4 else "s" if length < 8 else "m" if length < 20 else "l" if length < 40 else "x"
    k = first_kind(n)
    lw, ln = short(w), short(n)
    out = ["b" + g, "w" + lw, "n" + ln, "s" + ws + g, "S" + ns + g, "wk" + lw + g + k, "sn" + ws + g + ln,
           "pw" + short(p) + " " + lw, "wn" + lw + " " + ln, "ss" + data.shape(p) + " " + ws + g + ns, "l" + size + g,
           "lw" + size + lw, "nn" + ln + " " + data.shape(nn), "lk" + size + k + ws[:1], "pk" + short(p) + k,
           "c" + ("g" if i > 0 and glued[i - 1] else "b") + lw + g + k]
    return out


def gaps(path):
    """Features and labels of the gaps of a treebank, paragraph by paragraph."""
    x, y = [], []
    words, glued, starts = [], [], []

    def flush():
        ends = set(s - 1 for s in starts[1:])
        start = 0
        for i in range(len(words) - 1):
            x.append([fnv(f) for f in features(words, glued, i, start)])
            y.append(i in ends)
            if i in ends:
                start = i + 1
        del words[:], glued[:], starts[:]

    inside = after = 0
    new = True
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newpar") or line.startswith("# newdoc"):
                flush()
            elif not line:
                new = True
            elif line[0] != "#":
                c = line.split("\t")
                no = "SpaceAfter=No" in c[9]
                if "-" in c[0]:
                    inside, after = int(c[0].split("-")[1]), no
                elif "." not in c[0]:
                    if new:
                        starts.append(len(words))
                        new = False
                    words.append(c[1])
                    n = int(c[0])
                    glued.append(after if n == inside else n < inside or no)
                    if n >= inside:
                        inside = 0
    flush()
    return x, y


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--shared", required=True)
    ap.add_argument("out")
    a = ap.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    load = lambda part: [gaps("%s/ud/en_%s-%s.conllu" % (a.shared, t, part)) for t in ("ewt", "gum")]
    train, dev = load("train"), load("dev")
    x = torch.tensor(sum((t[0] for t in train), []))
    y = torch.tensor(sum((t[1] for t in train), []), dtype=torch.float32)
    w = torch.nn.EmbeddingBag(SIZE, 1, mode="sum")
    torch.nn.init.zeros_(w.weight)
    opt = torch.optim.Adagrad(w.parameters(), lr=RATE)
    for e in range(EPOCHS):
        order = torch.randperm(len(x))
        for b in order.split(1024):
            z = w(x[b])[:, 0]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(z, y[b]) + DECAY * 1024 * w.weight[x[b]].square().mean()
            opt.zero_grad()
            loss.backward()
            opt.step()
    v = w.weight.detach().numpy()[:, 0]
    scale = np.abs(v).max() / 127
    q = np.rint(v / scale).astype(np.int8)
    for name, (dx, dy) in zip(("ewt", "gum"), dev):
        dx, dy = np.array(dx), np.array(dy)
        for cut in (-1.0, -0.5, 0, 0.5):
            got = q[dx].astype(int).sum(1) * scale > cut
            tp = (got & dy).sum()
            print("%s dev, cut %.1f: boundaries within paragraphs %d, F1 %.2f" % (name, cut, dy.sum(), 200 * tp / (got.sum() + dy.sum())))
    out = Writer()
    out.add("weights", "i8", [SIZE], q.tobytes())
    out.floats("scale", np.array([scale]))
    out.write(a.out, {})


if __name__ == "__main__":
    main()
