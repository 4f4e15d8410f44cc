"""JAX on the CPU: one jitted step gathers the mini-batch, computes and updates; the parameters are donated."""

import itertools
import os
from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np

from backends.backend import Backend, fastest
from backends.work import WHITE, Arrays, Work


def backend(work: Work, one_thread: bool) -> Backend:
    # Both are read when JAX is loaded.
    os.environ["JAX_PLATFORMS"] = "cpu"
    if one_thread:
        os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
        os.environ["NPROC"] = "1"
    return _Training(work, one_thread)


class _Training:
    """The mini-batch is gathered by JAX from bytes or from floats on the device, or by NumPy from bytes."""

    def __init__(self, work: Work, one_thread: bool) -> None:
        import jax
        import jax.numpy as jnp

        self._jax, self._work, self._one_thread = jax, work, one_thread
        self._count = sum(name.startswith("W") for name in work.params)
        self._steps: Iterator[Any]
        self.variant = ""
        activation = {"sigmoid": jax.nn.sigmoid, "relu": jax.nn.relu}[work.task.spec["layers"][1]["kind"]]
        lr = work.task.lr

        def loss_of(params: Any, x: Any, t: Any) -> Any:
            for W, b in params[:-1]:
                x = activation(x @ W + b)
            W, b = params[-1]
            log_y = jax.nn.log_softmax(x @ W + b)
            return -jnp.take_along_axis(log_y, t[:, None], axis=1).mean()

        def updated(params: Any, x: Any, t: Any) -> Any:
            if x.dtype == jnp.uint8:
                x = x.astype(jnp.float32) * (1 / WHITE)
            loss, grads = jax.value_and_grad(loss_of)(params, x, t.astype(jnp.int32))
            return jax.tree.map(lambda p, g: p - lr * g, params, grads), loss

        @partial(jax.jit, donate_argnums=0)
        def given(params: Any, x: Any, t: Any) -> Any:
            return updated(params, x, t)

        @partial(jax.jit, donate_argnums=0)
        def gathered(params: Any, images: Any, labels: Any, which: Any) -> Any:
            taken = [jnp.take(array, which, axis=0, mode="clip") for array in (images, labels)]
            return updated(params, *taken)

        self._given, self._gathered = given, gathered

    def about(self) -> dict[str, str]:
        threads = "XLA 1" if self._one_thread else f"XLA up to {os.cpu_count()}"
        return {"version": f"JAX {self._jax.__version__}", "threads": threads, "variant": self.variant}

    def _params(self) -> Any:
        params, put = self._work.params, self._jax.numpy.array
        return [(put(params[f"W{i}"]), put(params[f"b{i}"])) for i in range(1, self._count + 1)]

    def check(self) -> Arrays:
        put, params, losses = self._jax.device_put, self._params(), []
        images, labels = put(self._work.rows), put(self._work.labels)
        for which in self._work.order:
            params, loss = self._gathered(params, images, labels, which)
            losses.append(float(loss))
        arrays: Arrays = {"losses": np.array(losses)}
        for i, (W, b) in enumerate(params, 1):
            arrays |= {f"W{i}": np.asarray(W), f"b{i}": np.asarray(b)}
        return arrays

    def choose(self) -> None:
        put, labels = self._jax.device_put, self._work.labels
        running = {
            "bytes on the device": self._on_device(put(self._work.rows), put(labels)),
            "floats on the device": self._on_device(put(self._work.floats()), put(labels)),
            "bytes gathered by NumPy": self._from_numpy(self._work.rows, labels),
        }
        # JAX runs asynchronously: each measured step waits for its result.
        self.variant = fastest({name: partial(_wait, steps) for name, steps in running.items()})
        self._steps = running[self.variant]

    def _on_device(self, images: Any, labels: Any) -> Iterator[Any]:
        params, step = self._params(), self._gathered
        for which in self._work.mini_batches():
            params, loss = step(params, images, labels, which)
            yield loss

    def _from_numpy(self, images: Any, labels: Any) -> Iterator[Any]:
        params, step = self._params(), self._given
        for which in self._work.mini_batches():
            params, loss = step(params, images.take(which, axis=0), labels.take(which))
            yield loss

    def steps(self, n: int) -> int:
        loss = None
        for loss in itertools.islice(self._steps, n):  # noqa: B007 - the last one is waited for
            pass
        if loss is not None:
            loss.block_until_ready()
        return n

    def close(self) -> None:
        pass


def _wait(steps: Iterator[Any]) -> None:
    next(steps).block_until_ready()
