#!/usr/bin/env python3
"""Fit the confidence of open-IE tuples: a logistic model over their features, on CaRB's dev sentences.

    kg extract --lines --format features CARB-DEV.txt > features.tsv
    python3 train/confidence.py CARB-DEV.tsv features.tsv SCORER_DIR > ingest/extract/confidence_tuple.go

SCORER_DIR holds score_carb.py. The target of a tuple is its precision in CaRB's one-to-one matching, a fraction, so that
the confidence is the share of it that is right. Prints the Go file; figures by five-fold cross-validation on stderr.
Standard library only; the same input gives the same weights.
"""
import math
import sys
import tempfile


def load(path):
    rows = []
    for line in open(path, encoding='utf-8'):
        cells = line.rstrip('\n').split('\t')
        rows.append((cells[0], cells[1], cells[2:-1], [float(x) for x in cells[-1].split()]))
    return rows


def targets(gold, rows, scorer):
    sys.path.insert(0, scorer)
    import score_carb
    with tempfile.NamedTemporaryFile('w', suffix='.tsv', encoding='utf-8') as f:
        for n, (sentence, relation, args, _) in enumerate(rows):
            # the confidence carries the row's number, so that it can be found again
            f.write('\t'.join([sentence, str(n), relation] + args) + '\n')
        f.flush()
        sentences = score_carb.load(gold, f.name)
    y = [None] * len(rows)
    group = [0] * len(rows)
    for g, s in enumerate(sentences):
        for j, p in s.precisions(s.kept(-1)).items():
            y[int(s.pred[j].confidence)] = p
            group[int(s.pred[j].confidence)] = g
    return y, group


def solve(a, b):
    n = len(b)
    a = [row[:] + [b[i]] for i, row in enumerate(a)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(a[r][i]))
        a[i], a[p] = a[p], a[i]
        for r in range(i + 1, n):
            f = a[r][i] / a[i][i]
            if f:
                for c in range(i, n + 1):
                    a[r][c] -= f * a[i][c]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (a[i][n] - sum(a[i][c] * x[c] for c in range(i + 1, n))) / a[i][i]
    return x


def sigmoid(z):
    return 1 / (1 + math.exp(-max(-30, min(30, z))))


def fit(xs, ys, ridge=2.0, rounds=12):
    """Newton's method for logistic regression with an L2 penalty (not on the first weight)."""
    d = len(xs[0])
    w = [0.0] * d
    for _ in range(rounds):
        g = [-(ridge if i else 1e-6) * w[i] for i in range(d)]
        h = [[(ridge if i else 1e-6) if i == j else 0.0 for j in range(d)] for i in range(d)]
        for x, y in zip(xs, ys):
            p = sigmoid(sum(a * b for a, b in zip(w, x)))
            v = max(p * (1 - p), 1e-6)
            on = [i for i in range(d) if x[i]]
            for i in on:
                g[i] += (y - p) * x[i]
                for j in on:
                    h[i][j] += v * x[i] * x[j]
        step = solve(h, g)
        w = [a + b for a, b in zip(w, step)]
    return w


def main(gold, features, scorer):
    rows = load(features)
    y, group = targets(gold, rows, scorer)
    data = [(r[3], t, g) for r, t, g in zip(rows, y, group) if t is not None]
    folds = 5
    got = []
    for k in range(folds):
        train = [d for d in data if d[2] % folds != k]
        w = fit([d[0] for d in train], [d[1] for d in train])
        got += [(sigmoid(sum(a * b for a, b in zip(w, d[0]))), d[1]) for d in data if d[2] % folds == k]
    got.sort(key=lambda p: -p[0])
    bins = [got[i * len(got) // 10:(i + 1) * len(got) // 10] for i in range(10)]
    ece = sum(abs(sum(p for p, _ in b) - sum(t for _, t in b)) for b in bins) / len(got)
    mean = sum(t for _, t in got) / len(got)
    third = got[:len(got) // 3]
    print('cross-validated: expected calibration error %.3f, precision %.3f, of the top third %.3f' % (
        ece, mean, sum(t for _, t in third) / len(third)), file=sys.stderr)
    w = fit([d[0] for d in data], [d[1] for d in data])
    print('package extract\n\n// tupleWeights are the logistic model\'s, in the order of TupleFeatures; train/confidence.py makes them.')
    print('var tupleWeights = [...]float64{')
    for i in range(0, len(w), 8):
        print('\t' + ', '.join('%.4f' % x for x in w[i:i + 8]) + ',')
    print('}')


if __name__ == '__main__':
    main(*sys.argv[1:])
