"""The analyser's network: a small BERT encoder with word-form embeddings and one head a task.

Linear layers of the encoder can run as they will in Go: weights in 7 bits by output row, inputs in
7 bits by word piece (`quantize`), gradients passed straight through (Jacob et al. 2018).
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

WEIGHT_MAX, INPUT_MAX = 63, 127


def fake(x, limit):
    s = x.detach().abs().amax(-1, keepdim=True).clamp_min(1e-8) / limit
    return x + ((x / s).round() * s - x).detach()


def fake_input(x):
    """Rows to whole numbers of 0 to INPUT_MAX, from the least, or 0, to the greatest."""
    low, high = x.detach().amin(-1, keepdim=True).clamp_max(0), x.detach().amax(-1, keepdim=True).clamp_min(0)
    s = (high - low).clamp_min(1e-6) / INPUT_MAX
    zero = (-low / s).round()
    return x + ((((x / s).round() + zero).clamp(0, INPUT_MAX) - zero) * s - x).detach()


class QLinear(nn.Linear):
    quantize = False

    def forward(self, x):
        if not QLinear.quantize:
            return F.linear(x, self.weight, self.bias)
        return F.linear(fake_input(x), fake(self.weight, WEIGHT_MAX), self.bias)


class Layer(nn.Module):
    def __init__(self, d, heads, inner, drop):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = QLinear(d, 3 * d), QLinear(d, d)
        self.up, self.down = QLinear(d, inner), QLinear(inner, d)
        self.norm1, self.norm2 = nn.LayerNorm(d, eps=1e-12), nn.LayerNorm(d, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x, bias):
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = (q @ k.transpose(-1, -2)) / math.sqrt(q.shape[-1]) + bias
        a = F.softmax(a, -1).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, d))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Biaffine(nn.Module):
    """Scores of pairs (Dozat and Manning 2017): a W b + u a + v b + c, for each of n labels."""
    def __init__(self, d, n):
        super().__init__()
        self.w = nn.Parameter(torch.empty(n, d, d))
        nn.init.orthogonal_(self.w.view(n * d, d) if n * d >= d else self.w)
        self.w.data *= 0.1
        self.u, self.v, self.c = (nn.Parameter(torch.zeros(n, d)), nn.Parameter(torch.zeros(n, d)), nn.Parameter(torch.zeros(n)))


class Analyser(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        d = cfg["width"]
        self.cfg = cfg
        self.piece = nn.Embedding(cfg["pieces"], d)
        self.position = nn.Embedding(512, d)
        self.norm = nn.LayerNorm(d, eps=1e-12)
        self.form = nn.ModuleDict({k: nn.Embedding(len(cfg["vocab"][k]) + 1, d) for k in ("shape", "prefix", "suffix")})
        for e in self.form.values():
            nn.init.normal_(e.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(d, cfg["heads"], cfg["inner"], cfg["drop"]) for _ in range(cfg["layers"]))
        self.drop = nn.Dropout(cfg["drop"])
        self.tags = nn.ModuleDict({t: nn.Linear(d, len(cfg["vocab"][t])) for t in cfg["tags"]})
        arc, lab = cfg["arc"], cfg["label"]
        self.mlp = nn.ModuleDict({k: nn.Linear(d, n) for k, n in
                                  (("arc_dep", arc), ("arc_head", arc), ("rel_dep", lab), ("rel_head", lab))})
        self.arc, self.rel = Biaffine(arc, 1), Biaffine(lab, len(cfg["vocab"]["rel"]))
        self.mlp_drop = nn.Dropout(cfg["mlp_drop"])

    def load_bert(self, state):
        """Takes the first layers of a BERT in Hugging Face's naming; token type 0 is added to the positions."""
        get = lambda k: state[k].float()
        self.piece.weight.data = get("embeddings.word_embeddings.weight")
        self.position.weight.data = get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0]
        self.norm.weight.data, self.norm.bias.data = get("embeddings.LayerNorm.weight"), get("embeddings.LayerNorm.bias")
        for i, l in enumerate(self.layers):
            p = "encoder.layer.%d." % i
            att = [p + "attention.self.%s." % k for k in ("query", "key", "value")]
            l.qkv.weight.data = torch.cat([get(a + "weight") for a in att])
            l.qkv.bias.data = torch.cat([get(a + "bias") for a in att])
            for mod, key in ((l.out, "attention.output.dense"), (l.norm1, "attention.output.LayerNorm"),
                             (l.up, "intermediate.dense"), (l.down, "output.dense"), (l.norm2, "output.LayerNorm")):
                mod.weight.data, mod.bias.data = get(p + key + ".weight"), get(p + key + ".bias")

    def encode(self, b):
        """b: pieces [B,N] with CLS first, first [B,W] index of each word's first piece, shape/prefix/suffix [B,W], mask [B,N].
        Returns [B,1+W,d]: CLS (the root) and the words."""
        x = self.piece(b["pieces"]) + self.position.weight[:b["pieces"].shape[1]]
        f = sum(self.form[k](b[k]) for k in ("shape", "prefix", "suffix")) * b["wmask"].unsqueeze(-1)
        at = b["first"].unsqueeze(-1).expand(-1, -1, x.shape[-1])
        x = x.scatter_add(1, at, f.to(x.dtype))
        x = self.drop(self.norm(x))
        bias = torch.zeros(b["mask"].shape).masked_fill(~b["mask"], -1e4)[:, None, None, :]
        for l in self.layers:
            x = l(x, bias)
        words = x.gather(1, at)
        return torch.cat([x[:, :1], words], 1)

    def pair(self, h, kind):
        f = lambda k: self.mlp_drop(F.leaky_relu(self.mlp[k](h), 0.1))
        return f(kind + "_dep")[:, 1:], f(kind + "_head")

    def arcs(self, h, b):
        """[B,W,1+W]: the score of each head (0 is the root) for each word."""
        dep, head = self.pair(h, "arc")
        s = dep @ self.arc.w[0] @ head.transpose(1, 2) + (head @ self.arc.v[0]).unsqueeze(1)
        s = s.float() / math.sqrt(dep.shape[-1]) * 4
        ok = torch.cat([torch.ones_like(b["wmask"][:, :1]), b["wmask"]], 1).bool()
        s = s.masked_fill(~ok.unsqueeze(1), -1e4)
        eye = torch.arange(s.shape[1])
        s[:, eye, eye + 1] = -1e4
        return s

    def labels(self, h, heads):
        """[B,W,L]: the score of each relation to the given heads."""
        dep, head = self.pair(h, "rel")
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        r = self.rel
        t = torch.einsum("bwi,lij->bwlj", dep, r.w.to(dep.dtype))
        return ((t * head.unsqueeze(2)).sum(-1) + dep @ r.u.T + head @ r.v.T).float() + r.c
