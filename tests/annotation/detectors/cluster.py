"""A small Dask cluster in processes of its own: a scheduler and workers that a test may kill."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_PROGRAM = """
import json, sys
import dask
from distributed import LocalCluster

if __name__ == "__main__":
    dask.config.set({"distributed.scheduler.allowed-failures": 1})
    options = json.loads(sys.argv[1])
    with LocalCluster(threads_per_worker=1, dashboard_address=None, silence_logs=50, **options) as cluster:
        if options["n_workers"]:
            cluster.wait_for_workers(options["n_workers"])
        print(cluster.scheduler_address, flush=True)
        for asked in sys.stdin:
            print(json.dumps([worker.pid for worker in cluster.workers.values()]), flush=True)
"""


class Cluster:
    """A cluster that runs until the test is over."""

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self._process = process
        self.address = address

    def workers(self) -> list[int]:
        """Process ids of the workers that run now."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(file=self._process.stdin, flush=True)
        found: list[int] = json.loads(self._process.stdout.readline())
        return found

    def kill_worker(self) -> None:
        """End one worker without a word; another one starts in its place."""
        os.kill(self.workers()[0], signal.SIGKILL)

    def kill(self) -> None:
        """End the scheduler without a word."""
        self._process.kill()


@contextmanager
def running_cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A cluster with so many workers, its program and its files in a folder."""
    program = folder / "cluster.py"
    program.write_text(_PROGRAM, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", str(program), json.dumps({"n_workers": workers})]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_TEMPORARY_DIRECTORY": str(folder)}
    with subprocess.Popen(
        command, cwd=folder, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        try:
            yield Cluster(process, process.stdout.readline().strip())
        finally:
            assert process.stdin is not None
            process.stdin.close()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
