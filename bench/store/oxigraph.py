"""What bench/store/main.go does, with pyoxigraph: load FILE DIR, ask DIR ENTITIES, open DIR."""
import json
import statistics
import sys
import time

import pyoxigraph as ox

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
MEET = "urn:kg:p/meet"


def resident(field):
    for line in open("/proc/self/status"):
        if line.startswith(field + ":"):
            return int(line.split()[1]) / 1024


def load(name, folder):
    begun = time.perf_counter()
    store = ox.Store(folder)
    store.bulk_load(path=name, format=ox.RdfFormat.N_QUADS)
    store.flush()
    del store
    return {"load s": time.perf_counter() - begun, "load MB": resident("VmHWM")}


def open_store(folder):
    begun = time.perf_counter()
    store = ox.Store(folder)
    list(store.quads_for_pattern(ox.NamedNode("urn:kg:e/none"), None, None))
    return {"open ms": (time.perf_counter() - begun) * 1e3, "open MB": resident("VmRSS")}


def ask(folder, entities):
    store = ox.Store(folder)
    meet, obj, sub = ox.NamedNode(MEET), ox.NamedNode(RDF + "object"), ox.NamedNode(RDF + "subject")

    def hop(iri):
        return len(list(store.quads_for_pattern(ox.NamedNode(iri), meet, None)))

    def reverse(iri):
        return len(list(store.quads_for_pattern(None, obj, ox.NamedNode(iri))))

    def hops(iri):
        return sum(len(list(store.quads_for_pattern(q.subject, sub, None))) for q in store.quads_for_pattern(None, obj, ox.NamedNode(iri)))

    def label(iri):
        facts = [q.graph_name for q in store.quads_for_pattern(ox.NamedNode(iri), meet, None)]
        return len(list(store.quads_for_pattern(None, None, None, facts[-1]))) if facts else 0

    def recursion(iri):
        query = f"SELECT DISTINCT ?x WHERE {{ <{iri}> <{MEET}>/<{MEET}>?/<{MEET}>?/<{MEET}>?/<{MEET}>? ?x }}"
        return len(list(store.query(query, use_default_graph_as_union=True)))

    out, iris = {}, open(entities).read().split()
    for name, f in (("1-hop", hop), ("reverse", reverse), ("2-hop", hops), ("label", label), ("recursion", recursion)):
        times, rows = [], 0
        for _ in range(3):
            for iri in iris:
                begun = time.perf_counter()
                rows += f(iri)
                times.append((time.perf_counter() - begun) * 1e3)
        out[name + " ms"], out[name + " rows"] = statistics.median(times), rows // 3
    return out


print(json.dumps({"load": load, "ask": ask, "open": open_store}[sys.argv[1]](*sys.argv[2:])))
