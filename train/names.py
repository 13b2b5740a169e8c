"""Trains the name lexicon: a logistic regression over hashed features of the words around, for UNER's and GMB's tags.

    python names.py --shared ../../shared/data ../data/names.kgm

It knows the names of the whole news corpus by heart, which the network sees once at most; ingest/parse/names.go joins
the two. The features are mirrored in ingest/parse/lexicon.go.
"""
import argparse
import zlib

import numpy as np
import torch

import data
from export import Writer

SIZE = 1 << 17
EPOCHS, RATE = 5, 0.05


def features(words, low, shapes, i):
    n = len(words)
    at = lambda xs, k: xs[k] if 0 <= k < n else "<" if k < 0 else ">"
    w, l, s = words[i], low[i], shapes[i]
    l1, r1, l2, r2 = at(low, i - 1), at(low, i + 1), at(low, i - 2), at(low, i + 2)
    sl, sr = at(shapes, i - 1), at(shapes, i + 1)
    return ["w" + w, "l" + l, "s" + s, "a" + l1, "b" + r1, "c" + l2, "d" + r2, "e" + l1 + " " + l, "f" + l + " " + r1,
            "g" + sl + " " + s, "h" + s + " " + sr, "i" + sl + " " + s + " " + sr, "p" + l[:2] + s[:1], "q" + l[:3] + s[:1], "r" + l[:4],
            "t" + l[-2:] + s[:1], "u" + l[-3:] + s[:1], "v" + l[-4:], "x" + l1 + " " + s, "y" + s + " " + r1, "z" + l2 + " " + l1 + " " + s,
            "A" + s + " " + r1 + " " + r2, "B" + l1 + " " + sr, "C" + at(words, i - 1) + " " + w, "D" + w + " " + at(words, i + 1)]


def rows(sentences):
    for s in sentences:
        low, shapes = [w.lower()[:16] for w in s], [data.shape(w) for w in s]
        for i in range(len(s)):
            yield [zlib.crc32(f.encode()) & SIZE - 1 for f in features([w[:16] for w in s], low, shapes, i)]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--shared", required=True)
    ap.add_argument("out")
    a = ap.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    uner = [s for s in data.load_ud(a.shared, "train")[0] if s.name]
    news = data.read_iob(a.shared + "/ner/gmb-train.iob")
    vocab = [sorted(set(t for s in uner for t in s.name) - {"B-O"}), sorted(set(t for s in news for t in s.news))]
    index = [{t: i for i, t in enumerate(v)} for v in vocab]
    x, y = [], []
    for k, part in enumerate(([(s.words, s.name) for s in uner], [(s.words, s.news) for s in news])):
        x.append(np.array(list(rows(p[0] for p in part)), dtype=np.int32))
        y.append(np.array([index[k].get(t, index[k]["O"]) for p in part for t in p[1]], dtype=np.int64))
    sizes = [len(v) for v in vocab]
    w = torch.nn.EmbeddingBag(SIZE, sum(sizes), mode="sum", sparse=True)
    torch.nn.init.zeros_(w.weight)
    opt = torch.optim.Adagrad(w.parameters(), lr=RATE)
    x, y = [torch.from_numpy(v) for v in x], [torch.from_numpy(v) for v in y]
    for e in range(EPOCHS):
        jobs = [(k, b) for k in (0, 1) for b in torch.randperm(len(x[k])).split(4096)]
        for j in torch.randperm(len(jobs)):
            k, b = jobs[j]
            z = w(x[k][b]).split(sizes, 1)[k]
            loss = torch.nn.functional.cross_entropy(z, y[k][b])
            opt.zero_grad()
            loss.backward()
            opt.step()
        print("epoch", e + 1, float(loss), flush=True)
    v = w.weight.detach().numpy()
    scale = np.abs(v).max(0) / 127
    q = np.rint(v / scale).astype(np.int8)
    out = Writer()
    out.text("vocab.name", vocab[0])
    out.text("vocab.news", vocab[1])
    out.add("weights", "i8", list(q.shape), q.tobytes())
    out.floats("scale", scale)
    out.write(a.out, {})


if __name__ == "__main__":
    main()
