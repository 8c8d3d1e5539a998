"""How time and memory grow from one city to eighteen, drawn in bench/growth.svg.

Memory is what a solve needs in all: the caller's graph, wants and capacities, and how far the process's resident memory
rises above what it held before, at its peak, the certificate included.
"""

import ctypes
import gc
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import matplotlib  # type: ignore[import-not-found]
import numpy as np

from bench import instances
from bench.figures import Figure, shown
from bench.instances import Instance
from matching.assign import Graph, assign

CITIES = (1, 2, 3, 4, 6, 9, 12, 18)
ROUNDS = 3
PICTURE = Path(__file__).with_name("growth.svg")
MOST_BYTES = 60

allocator = ctypes.CDLL(None)
M_MMAP_THRESHOLD = -3


class Point(NamedTuple):
    edges: int
    seconds: float
    bytes: int


def measure() -> list[Figure]:
    allocator.mallopt(M_MMAP_THRESHOLD, 1 << 16)  # what is freed goes back at once: else it would hide what is taken again
    for instance in (instances.contested(1), instances.surplus(1), shuffled(instances.surplus(1))):
        assign(*instance)  # the kernels are compiled or loaded
    surplus = [point(instances.surplus(cities)) for cities in CITIES]
    contested = [point(instances.contested(cities)) for cities in CITIES]
    draw({"more places than wanted": surplus, "fewer volunteers than wishes": contested})
    return [
        growth("surplus", surplus, "≤ 1.25"),
        growth("contested", contested, "≤ 1.5"),
        memory("surplus", surplus),
        memory("contested", contested),
        memory("surplus, edges in any order, which are sorted first", [point(shuffled(instances.surplus(6)))]),
    ]


def point(instance: Instance) -> Point:
    graph, wants, capacities = instance
    given = sum(array.nbytes for array in (*vars(graph).values(), wants, capacities))
    taken = [cpu_seconds(instance) for _ in range(ROUNDS)]
    return Point(len(graph.columns), median(taken), given + rise(instance))


def cpu_seconds(instance: Instance) -> float:
    """One thread: so nothing but its own work is counted, whatever else the machine does."""
    began = time.process_time()
    assign(*instance)
    return time.process_time() - began


def shuffled(instance: Instance) -> Instance:
    graph = instance.graph
    order = np.lexsort((np.random.default_rng(1).random(len(graph.columns)), graph.rows))
    return instance._replace(graph=Graph(graph.starts, graph.columns[order], graph.weights[order]))


def rise(instance: Instance) -> int:
    gc.collect()
    allocator.malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from now on
    before = resident("VmRSS")
    assign(*instance)
    return resident("VmHWM") - before


def resident(line: str) -> int:
    status = dict(each.split(":", 1) for each in Path("/proc/self/status").read_text().splitlines())
    return int(status[line].split()[0]) * 1024


def growth(name: str, points: list[Point], asked: str) -> Figure:
    first, last = points[0], points[-1]
    what = f"{name}, 1 to {CITIES[-1]} cities, {first.edges:,} to {last.edges:,} edges: CPU time as edges^x"
    return Figure("growth", what, shown(last.seconds), f"one city {shown(first.seconds)}", exponent(points), asked)


def memory(name: str, points: list[Point]) -> Figure:
    """Of the larger half: below, what the process holds anyway covers what a solve needs."""
    an_edge = [each.bytes / each.edges for each in points[len(points) // 2 :]]
    return Figure(
        "growth", f"{name}: bytes an edge at the peak", f"{max(an_edge):.0f}", "the graph included", max(an_edge), f"≤ {MOST_BYTES}"
    )


def exponent(points: list[Point]) -> float:
    edges, times, _ = np.log(np.array(points, float)).T
    return float(np.polyfit(edges, times, 1)[0])


def draw(curves: dict[str, list[Point]]) -> None:
    matplotlib.use("svg")
    matplotlib.rcParams |= {"svg.hashsalt": "liangdeng", "font.size": 11, "axes.spines.top": False, "axes.spines.right": False}
    from matplotlib import pyplot  # type: ignore[import-not-found]

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(11, 4.5), layout="constrained")
    for name, points in curves.items():
        edges, times, size = np.array(points, float).T
        left.loglog(edges, times, "o-", label=f"{name}: edges^{exponent(points):.2f}")
        right.semilogx(edges, size / edges, "o-", label=name)
    left.set(title="Time to solve and prove", xlabel="edges", ylabel="CPU seconds")
    right.set(title="Memory at the peak", xlabel="edges", ylabel="bytes an edge, the graph included", ylim=(0, 80))
    right.axhline(MOST_BYTES, color="grey", linestyle=":", label=f"{MOST_BYTES} at most")
    for axes in (left, right):
        axes.set_xticks([2e5, 5e5, 1e6, 2e6, 5e6], ["200k", "500k", "1M", "2M", "5M"])
        axes.minorticks_off()
        axes.grid(alpha=0.3)
        axes.legend(frameon=False, fontsize=9)
    figure.savefig(PICTURE, metadata={"Date": None})
