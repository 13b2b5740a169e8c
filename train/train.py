"""Trains the analyser.

    python train.py --shared ../../shared --bert MODELDIR --layers 9 --epochs 7 --lr 2.5e-4 --decay 0.95 --out nine.pt

MODELDIR holds a BERT's model.safetensors and vocab.txt (encoder.py). One seed, one
thread: the same command gives the same weights on the same machine. The last epochs run with the rounding of the
Go kernels. `--teacher A.pt,B.pt` adds the mean of other models' distributions as targets (Hinton et al. 2015).
"""
import argparse
import collections
import json
import random
import time

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

import data
from model import Analyser, QLinear

TAGS = ["upos", "xpos", "feats", "lemma", "mention", "name", "news"]
WEIGHT = {"upos": 1.0, "xpos": 1.0, "feats": 0.5, "lemma": 0.7, "mention": 0.7, "name": 2.0, "news": 0.5}


def make_vocab(ud, news):
    count = collections.defaultdict(collections.Counter)
    for s in ud:
        count["script"].update(data.lemma_script(w, l) for w, l in zip(s.words, s.lemma))
        for layer in ("upos", "xpos", "feats", "rel", "name", "mention"):
            count[layer].update(getattr(s, layer) or ())
    for s in ud + news:
        for key, fn in (("shape", data.shape), ("prefix", data.prefix), ("suffix", data.suffix)):
            count[key].update(map(fn, s.words))
    for s in news:
        count["news"].update(s.news)
    v = {k: data.vocabulary(count[k], 1) for k in ("upos", "xpos", "rel", "name", "news", "mention")}
    v["feats"] = data.vocabulary(count["feats"], 3)
    v["lemma"] = data.vocabulary(count["script"], 4)
    v["shape"] = data.vocabulary(count["shape"], 5)
    v["prefix"] = data.vocabulary(count["prefix"], 8)[:1500]
    v["suffix"] = data.vocabulary(count["suffix"], 8)[:3000]
    return v


class Encoder:
    """Sentences to padded tensors."""

    def __init__(self, pieces, vocab):
        self.pieces = pieces
        self.index = {k: {w: i for i, w in enumerate(ws)} for k, ws in vocab.items()}

    def form(self, key, word):
        fn = {"shape": data.shape, "prefix": data.prefix, "suffix": data.suffix}[key]
        return self.index[key].get(fn(word), -1) + 1   # 0: unknown

    def __call__(self, sents, rng=None):
        p, rows = self.pieces, []
        for s in sents:
            words = s.words
            if rng is not None and rng.random() < 0.06:
                words = data.recase(words, rng)
            ids, first = [p.cls], []
            for w in words:
                first.append(len(ids))
                ids += p(w)
            ids.append(p.sep)
            if rng is not None:
                ids = [p.mask if 0 < k < len(ids) - 1 and rng.random() < 0.02 else i for k, i in enumerate(ids)]
            rows.append((words, ids, first))
        n, w = max(len(r[1]) for r in rows), max(len(r[0]) for r in rows)
        pad = lambda r, k, v=0: r + [v] * (k - len(r))
        b = {
            "pieces": torch.tensor([pad(r[1], n, p.pad) for r in rows]),
            "mask": torch.tensor([pad([True] * len(r[1]), n, False) for r in rows]),
            "first": torch.tensor([pad(r[2], w) for r in rows]),
            "wmask": torch.tensor([pad([1.0] * len(r[0]), w, 0.0) for r in rows]),
        }
        for k in ("shape", "prefix", "suffix"):
            b[k] = torch.tensor([pad([self.form(k, x) for x in r[0]], w) for r in rows])
        for layer in TAGS:
            get = self.index[layer].get
            lab = []
            for s in sents:
                v = getattr(s, layer)
                if v is None:
                    v = []
                elif layer == "lemma":
                    v = [data.lemma_script(x, l) for x, l in zip(s.words, v)]
                lab.append(pad([get(x, -100) for x in v], w, -100))
            b["y_" + layer] = torch.tensor(lab)
        b["y_head"] = torch.tensor([pad(list(s.head or []), w, -100) for s in sents])
        b["y_rel"] = torch.tensor([pad([self.index["rel"].get(x, -100) for x in s.rel or []], w, -100) for s in sents])
        return b


def ce(logits, gold):
    return F.cross_entropy(logits.float().flatten(0, -2), gold.flatten(), ignore_index=-100)


def soft(logits, target, mask):
    """Cross-entropy to a teacher's distribution, over the words of the mask."""
    lp = F.log_softmax(logits.float(), -1)
    return -(target * lp).sum(-1)[mask].mean()


def loss_of(model, b, teach=None):
    h = model.encode(b)
    words, total = h[:, 1:], 0.0
    mask = b["wmask"].bool()
    for t in TAGS:
        y, logits = b["y_" + t], model.tags[t](words)
        if (y >= 0).any():
            total = total + WEIGHT[t] * ce(logits, y)
        if teach is not None:
            total = total + WEIGHT[t] * soft(logits, teach["tags"][t], mask)
    has = b["y_head"] >= 0
    if has.any() or teach is not None:
        arcs = model.arcs(h, b)
        heads = b["y_head"].clamp_min(0)
        if teach is not None:
            heads = torch.where(has, heads, teach["heads"])
            total = total + soft(arcs, teach["arcs"], mask)
        rels = model.labels(h, heads)
        if has.any():
            total = total + ce(arcs, b["y_head"]) + ce(rels, b["y_rel"])
        if teach is not None:
            total = total + soft(rels, teach["rels_at"](heads), mask)
    return total


class Teacher:
    def __init__(self, paths):
        self.models = [load(p)[0] for p in paths]

    @torch.no_grad()
    def __call__(self, b):
        q, QLinear.quantize = QLinear.quantize, False
        hs = [m.encode(b) for m in self.models]
        mean = lambda xs: torch.stack([F.softmax(x.float(), -1) for x in xs]).mean(0)
        arcs = mean([m.arcs(h, b) for m, h in zip(self.models, hs)])
        out = {
            "tags": {t: mean([m.tags[t](h[:, 1:]) for m, h in zip(self.models, hs)]) for t in TAGS},
            "arcs": arcs, "heads": arcs.argmax(-1),
            "rels_at": torch.no_grad()(lambda heads: mean([m.labels(h, heads) for m, h in zip(self.models, hs)])),
        }
        # rels_at is asked for after this returns: teachers are never quantized there
        QLinear.quantize = q
        return out


def spans(tags):
    """Named spans of a B-/I- sequence."""
    out, start, typ = [], None, None
    for i, t in enumerate(list(tags) + ["O"]):
        if start is not None and not (t.startswith("I-") and t[2:] == typ):
            out.append((start, i, typ))
            start = None
        if t.startswith("B-") or t.startswith("I-") and start is None:
            start, typ = i, t[2:]
    return out


@torch.no_grad()
def evaluate(model, enc, sents, vocab):
    model.eval()
    n = collections.Counter()
    for batch in data.batches(sents, lambda s: len(s.words), 1500, random.Random(1)):
        b = enc(batch)
        with torch.autocast("cpu", torch.bfloat16):
            h = model.encode(b)
            got = {t: model.tags[t](h[:, 1:]).argmax(-1).tolist() for t in TAGS}
            arcs = model.arcs(h, b).argmax(-1)
            rels = model.labels(h, arcs).argmax(-1).tolist()
        arcs = arcs.tolist()
        for k, s in enumerate(batch):
            words = len(s.words)
            for t in ("upos", "xpos", "feats", "mention"):
                gold = getattr(s, t)
                if gold:
                    n[t + "/n"] += words
                    n[t] += sum(vocab[t][got[t][k][i]] == gold[i] for i in range(words))
            if s.lemma:
                n["lemma/n"] += words
                n["lemma"] += sum(data.apply_script(w, vocab["lemma"][got["lemma"][k][i]]) == s.lemma[i] for i, w in enumerate(s.words))
            if s.head:
                n["uas/n"] += words
                n["las/n"] += words
                for i in range(words):
                    if arcs[k][i] == s.head[i]:
                        n["uas"] += 1
                        n["las"] += vocab["rel"][rels[k][i]] == s.rel[i]
            for t in ("name", "news"):
                if getattr(s, t) and not (t == "name" and s.news):
                    a, g = set(spans([vocab[t][x] for x in got[t][k][:words]])), set(spans(getattr(s, t)))
                    n[t + "/tp"] += len(a & g)
                    n[t + "/n"] += len(a) + len(g)
    model.train()
    out = {k: round(100 * n[k] / n[k + "/n"], 2) for k in ("upos", "xpos", "feats", "lemma", "uas", "las", "mention") if n[k + "/n"]}
    out.update({k: round(200 * n[k + "/tp"] / n[k + "/n"], 2) for k in ("name", "news") if n[k + "/n"]})
    return out


def save(model, path, **more):
    torch.save({"cfg": model.cfg, "state": model.state_dict(), **more}, path)


def load(path):
    c = torch.load(path, weights_only=False)
    m = Analyser(c["cfg"])
    m.load_state_dict(c["state"])
    return m.eval(), c


def groups(model, lr, head_lr, decay):
    """Layer-wise learning rates: the further from the heads, the slower."""
    depth = len(model.layers)
    out = collections.defaultdict(list)
    for name, p in model.named_parameters():
        if name.startswith("layers."):
            rate = lr * decay ** (depth - 1 - int(name.split(".")[1]))
        elif name.startswith(("piece", "position", "norm")):
            rate = lr * decay ** depth
        else:
            rate = head_lr
        out[rate, p.dim() > 1].append(p)
    return [{"params": ps, "lr": r, "weight_decay": 0.01 if wd else 0.0} for (r, wd), ps in out.items()]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--shared", required=True)
    ap.add_argument("--bert", required=True)
    ap.add_argument("--layers", type=int, default=6)
    ap.add_argument("--epochs", type=int, default=10)
    ap.add_argument("--quantize-from", type=float, default=0.7, help="share of the run after which the rounding is on")
    ap.add_argument("--lr", type=float, default=1.5e-4)
    ap.add_argument("--head-lr", type=float, default=5e-4)
    ap.add_argument("--decay", type=float, default=0.93)
    ap.add_argument("--words", type=int, default=700, help="words a batch")
    ap.add_argument("--news", type=int, default=2500, help="sentences of the news corpus an epoch")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--teacher", default="")
    ap.add_argument("--start", default="", help="go on from this model's weights (its first layers)")
    ap.add_argument("--steps", type=int, default=0, help="stop early (to try the script)")
    ap.add_argument("--out", required=True)
    a = ap.parse_args()

    torch.manual_seed(a.seed)
    torch.set_num_threads(1)
    rng = random.Random(a.seed)
    ewt, gum = data.load_ud(a.shared, "train")
    news = data.read_iob(a.shared + "/ner/gmb-train.iob")
    politics = [s for part in ("train", "dev") for s in data.read_politics("%s/ner/crossner-politics/%s.txt" % (a.shared, part))]
    rng.shuffle(news)
    dev = dict(zip(("ewt", "gum"), data.load_ud(a.shared, "dev")), gmb=data.read_iob(a.shared + "/ner/gmb-dev.iob")[:800])
    pieces = data.Pieces(a.bert + "/vocab.txt")
    vocab = make_vocab(ewt + gum, news)
    if a.start:
        start = torch.load(a.start, weights_only=False)
        vocab = start["cfg"]["vocab"]
    cfg = {"layers": a.layers, "width": 384, "heads": 12, "inner": 1536, "arc": 256, "label": 128, "drop": 0.1, "mlp_drop": 0.33,
           "pieces": len(pieces.vocab), "tags": TAGS, "vocab": vocab}
    model = Analyser(cfg)
    model.load_bert(load_file(a.bert + "/model.safetensors"))
    if a.start:
        model.load_state_dict({k: v for k, v in start["state"].items() if k in model.state_dict()}, strict=False)
    enc = Encoder(pieces, vocab)
    teacher = Teacher(a.teacher.split(",")) if a.teacher else None
    opt = torch.optim.AdamW(groups(model, a.lr, a.head_lr, a.decay), betas=(0.9, 0.98), fused=True)
    fits = lambda s: sum(len(pieces(w)) for w in s.words) <= data.MAX_INPUT and len(s.words) > 0
    trees, news = [s for s in ewt + gum if fits(s)], [s for s in news if fits(s)]

    def epoch(e):
        some = news[e * a.news % len(news):][:a.news]
        size = lambda s: len(s.words)
        bs = data.batches(trees, size, a.words, rng) + data.batches(some + politics, size, a.words, rng)
        rng.shuffle(bs)
        return bs

    per = len(epoch(0))
    total = per * a.epochs
    base = [g["lr"] for g in opt.param_groups]
    step, t0, best = 0, time.process_time(), -1
    for e in range(a.epochs):
        run = n = 0
        for batch in epoch(e):
            step += 1
            x = min(1.0, step / (0.06 * total)) * max(0.0, 1 - max(0, step / total - 0.06) / 0.94)
            for g, lr in zip(opt.param_groups, base):
                g["lr"] = lr * max(x, 0.01)
            QLinear.quantize = step > a.quantize_from * total
            b = enc(batch, rng)
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(model, b, teacher and teacher(b))
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            opt.step()
            run, n = run + loss.item(), n + 1
            if step % 100 == 0:
                print("step %d/%d loss %.3f cpu %.1f min" % (step, total, run / n, (time.process_time() - t0) / 60), flush=True)
                run = n = 0
            if step == a.steps:
                return
        QLinear.quantize = True
        scores = {k: evaluate(model, enc, v, vocab) for k, v in dev.items()}
        QLinear.quantize = False
        print("epoch", e + 1, json.dumps(scores), flush=True)
        save(model, a.out, epoch=e + 1, scores=scores, args=vars(a), minutes=(time.process_time() - t0) / 60)


if __name__ == "__main__":
    main()
