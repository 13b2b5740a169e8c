"""Writes a trained model as the file that Go reads (ingest/parse/format.go).

    python export.py --shared ../../shared/data --bert MODELDIR --card ../data/README.md nine.pt ../data/model.kgm

Layout, little-endian: the magic "KGMODEL\\n"; uint32 version; uint32 length of the header; uint32 CRC-32C of all that
follows this field; the header, JSON; the parts, each beginning at a multiple of 64 bytes from the file's start, their
places counted from the first. A part is text (UTF-8, one entry a line), f32, i32 or i8. The i8 matrices of the kernels are packed for them: blocks of
32 outputs; in each block groups of 4 inputs; in each group the 32 outputs, 4 inputs each.
"""
import argparse
import collections
import hashlib
import json
import os
import struct

import numpy as np
import torch

import data

VERSION = 2
BLOCK = 32
WEIGHT_MAX = 63


def crc32c(data):
    """CRC-32C (Castagnoli), by table."""
    table = []
    for i in range(256):
        c = i
        for _ in range(8):
            c = c >> 1 ^ (0x82F63B78 if c & 1 else 0)
        table.append(c)
    c = 0xFFFFFFFF
    for b in data:
        c = table[(c ^ b) & 255] ^ c >> 8
    return c ^ 0xFFFFFFFF


def quantize(w, limit):
    """Rows to integers of at most `limit`, and the scale of each row."""
    s = np.maximum(np.abs(w).max(-1, keepdims=True), 1e-8) / limit
    return np.rint(w / s).astype(np.int8), s[..., 0].astype(np.float32)


class Writer:
    def __init__(self):
        self.parts, self.blobs, self.at = {}, [], 0

    def add(self, name, kind, shape, blob):
        self.at += -self.at % 64
        self.parts[name] = {"kind": kind, "shape": list(shape), "at": self.at, "bytes": len(blob)}
        self.blobs.append((self.at, blob))
        self.at += len(blob)

    def text(self, name, lines):
        assert not any("\n" in l for l in lines)
        self.add(name, "text", [len(lines)], "".join(l + "\n" for l in lines).encode())

    def floats(self, name, a):
        a = np.ascontiguousarray(a, dtype="<f4")
        self.add(name, "f32", a.shape, a.tobytes())

    def table(self, name, w):
        """An embedding: rows of 8 bits."""
        q, s = quantize(w, 127)
        self.add(name, "i8", q.shape, q.tobytes())
        self.floats(name + ".scale", s)

    def matrix(self, name, w, bias):
        """A linear layer, [out, in], for the kernels; outputs are filled up with zeros to whole blocks."""
        q, s = quantize(w, WEIGHT_MAX)
        out, inp = q.shape
        full = out + -out % BLOCK
        q = np.concatenate([q, np.zeros((full - out, inp), np.int8)])
        grow = lambda a: np.concatenate([np.asarray(a, np.float32), np.zeros(full - out, np.float32)])
        packed = q.reshape(full // BLOCK, BLOCK, inp // 4, 4).transpose(0, 2, 1, 3)
        self.add(name, "i8", [full, inp], np.ascontiguousarray(packed).tobytes())
        self.floats(name + ".scale", grow(s))
        self.floats(name + ".bias", grow(bias))
        # The kernels' inputs are moved up, to be unsigned: what that adds is taken off again.
        self.add(name + ".sum", "i32", [full], q.astype("<i4").sum(1, dtype="<i4").tobytes())

    def write(self, path, config):
        head = json.dumps({"config": config, "parts": self.parts}, separators=(",", ":"), ensure_ascii=False).encode()
        start = 20 + len(head)
        start += -start % 64
        body = bytearray(struct.pack("<I", len(head)) + head)
        body += b"\0" * (start - 16 - len(body))
        for at, blob in self.blobs:
            body += b"\0" * (start + at - 16 - len(body))
            body += blob
        with open(path, "wb") as f:
            f.write(b"KGMODEL\n" + struct.pack("<II", VERSION, crc32c(body)) + body)


def lemmas(shared):
    """Lines of word, XPOS, lemma: what the treebanks agree on and case alone does not tell."""
    seen = collections.defaultdict(collections.Counter)
    for part in data.load_ud(shared, "train"):
        for s in part:
            for w, x, l in zip(s.words, s.xpos, s.lemma):
                seen[w, x][l] += 1
    out = []
    for (w, x), c in sorted(seen.items()):
        l, n = max(c.items(), key=lambda i: (i[1], i[0]))
        if n >= 2 and n >= 0.9 * sum(c.values()) and l != (w if x.startswith("NNP") else w.lower()) and not set("\t\n ") & set(w + l):
            out.append("%s\t%s\t%s" % (w, x, l))
    return out


def write_card(card, path, c):
    """Puts the model's figures between the card's marks."""
    with open(path, "rb") as f:
        blob = f.read()
    args = c["args"]
    rows = ["| | |", "|---|---|", "| file | `%s`, %d bytes |" % (os.path.basename(path), len(blob)),
            "| SHA-256 | `%s` |" % hashlib.sha256(blob).hexdigest(),
            "| network | %d layers, width %d, %d attention heads; weights and inputs of encoder and heads in 7 bits |" % (c["cfg"]["layers"], c["cfg"]["width"], c["cfg"]["heads"]),
            "| training | %s |" % ", ".join("%s %s" % (k.replace("_", "-"), args[k]) for k in
                                             ("epochs", "seed", "lr", "head_lr", "decay", "words", "news", "quantize_from") if k in args),
            "| CPU time | %.0f minutes on one core |" % c["minutes"]]
    for k, v in c["scores"].items():
        rows.append("| dev, %s | %s |" % (k.upper(), ", ".join("%s %s" % i for i in v.items())))
    with open(card, encoding="utf-8") as f:
        before, rest = f.read().split("<!-- model -->\n")
    after = rest.split("<!-- /model -->\n")[1]
    with open(card, "w", encoding="utf-8") as f:
        f.write(before + "<!-- model -->\n" + "\n".join(rows) + "\n<!-- /model -->\n" + after)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--shared", required=True)
    ap.add_argument("--bert", required=True)
    ap.add_argument("--card", help="the file whose part between the marks tells of the model; it is written anew")
    ap.add_argument("model")
    ap.add_argument("out")
    a = ap.parse_args()
    c = torch.load(a.model, weights_only=False)
    cfg, st = c["cfg"], {k: v.float().numpy() for k, v in c["state"].items()}
    v, w = cfg["vocab"], Writer()
    with open(a.bert + "/vocab.txt", encoding="utf-8") as f:
        pieces = [l.rstrip("\n") for l in f]
    assert len(pieces) == cfg["pieces"]
    w.text("pieces", pieces)
    for k in ("upos", "xpos", "feats", "lemma", "mention", "name", "news", "rel", "shape", "prefix", "suffix"):
        w.text("vocab." + k, v[k])
    w.table("piece", st["piece.weight"])
    w.table("position", st["position.weight"])
    for k in ("shape", "prefix", "suffix"):
        w.table("form." + k, st["form.%s.weight" % k])
    norm = lambda to, name: w.floats(to, np.stack([st[name + ".weight"], st[name + ".bias"]]))
    norm("norm", "norm")
    for i in range(cfg["layers"]):
        p = "layers.%d." % i
        for k in ("qkv", "out", "up", "down"):
            w.matrix("layer%d.%s" % (i, k), st[p + k + ".weight"], st[p + k + ".bias"])
        norm("layer%d.norm1" % i, p + "norm1")
        norm("layer%d.norm2" % i, p + "norm2")
    # Tags and the biaffines' four inputs are one matrix; each head's part begins at the sum of those before it.
    heads = ["tags." + t for t in cfg["tags"]] + ["mlp." + k for k in ("arc_dep", "arc_head", "rel_dep", "rel_head")]
    w.matrix("heads", np.concatenate([st[h + ".weight"] for h in heads]), np.concatenate([st[h + ".bias"] for h in heads]))
    arc = st["arc.w"][0]                                   # [dep, head]: the dependent's side is the input
    w.matrix("arc", np.ascontiguousarray(arc.T), st["arc.v"][0])
    dep, head = c["factors"]                               # [rank, label, input]
    rank, labels = dep.shape[:2]
    pad = lambda m: np.concatenate([m, np.zeros(m.shape[:-2] + (-labels % 8, m.shape[-1]), np.float32)], -2)
    for k, m in (("dep", dep), ("head", head)):
        m = pad(m.numpy()).reshape(-1, m.shape[-1])
        w.matrix("rel." + k, m, np.zeros(len(m)))
    for k in "uv":
        w.floats("rel." + k, pad(st["rel." + k]).T)        # [input, label]
    w.floats("rel.c", pad(st["rel.c"][:, None])[:, 0])
    w.text("lemmas", lemmas(a.shared))
    w.write(a.out, {k: cfg[k] for k in ("layers", "width", "heads", "arc", "label", "tags")} | {"rank": rank})
    if a.card:
        write_card(a.card, a.out, c)
    print("%s: %d bytes, epoch %s" % (a.out, 64 + w.at, c.get("epoch")), json.dumps(c.get("scores")))


if __name__ == "__main__":
    main()
