"""killloop.py HARTA DATA ROUNDS SEED: the loop behind killloop.sh. Exit 1 when a number is lost or doubled."""

import collections
import json
import random
import subprocess
import sys
import tempfile
import threading
import time

USER = "clerk"  # of the demo office, who registers
PREFIX = "acknowledged "
LONGEST_AFTER = 0.03  # seconds from the first acknowledgement to the kill; short, so that the office stays small
SHARE_AT_START = 0.2  # of the rounds are killed while the program opens the office
LONGEST_START = 0.6  # seconds from the start of the program to such a kill
PATIENCE = 60  # seconds without an acknowledgement that make a round a failure


def harta(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True)


def kill_one():
    """Starts the writer, kills it at a random moment and returns the lines it had printed whole by then."""
    with tempfile.TemporaryFile("w+") as errors:
        command = [program, "stress", "--user", USER, "--data", data, "--count", "1000000"]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
        first = ""
        if random.random() < SHARE_AT_START:
            time.sleep(random.uniform(0, LONGEST_START))
        else:
            watchdog = threading.Timer(PATIENCE, writer.kill)
            watchdog.start()
            first = writer.stdout.readline()
            watchdog.cancel()
            time.sleep(random.uniform(0, LONGEST_AFTER))
        died = writer.poll()
        writer.kill()
        printed = first + writer.stdout.read()  # what was printed before the kill is still in the pipe
        writer.wait()
        if died is not None:
            errors.seek(0)
            sys.exit(f"the writer ended by itself with {died}: {errors.read().strip()}")
    return [line for line in printed.splitlines(keepends=True) if line.endswith("\n")]


def numbers(lines):
    return [line.removeprefix(PREFIX).strip() for line in lines if line.startswith(PREFIX)]


def main():
    founded = harta("stress", "--user", USER, "--data", data, "--count", "1")
    if founded.returncode != 0:
        sys.exit(f"the office could not be founded: {founded.stderr.strip()}")
    acknowledged = numbers(founded.stdout.splitlines())
    silent = 0
    for _ in range(rounds):
        new = numbers(kill_one())
        silent += not new
        acknowledged += new

    verdict = harta("verify", data)
    if verdict.returncode != 0:
        sys.exit(f"verify says {verdict.returncode}: {verdict.stdout}{verdict.stderr}")
    listed = harta("list", "--user", USER, "--data", data, "--json")
    if listed.returncode != 0:
        sys.exit(f"list says {listed.returncode}: {listed.stderr.strip()}")
    present = collections.Counter(row["number"] for row in json.loads(listed.stdout))

    lost = [number for number in acknowledged if number not in present]
    doubled = [number for number, times in present.items() if times > 1]
    twice = [number for number, times in collections.Counter(acknowledged).items() if times > 1]
    print(f"rounds {rounds} (killed before the first acknowledgement: {silent}), seed {seed}: "
          f"acknowledged {len(acknowledged)}, present {present.total()}, "
          f"lost {len(lost)}, present twice {len(doubled)}, acknowledged twice {len(twice)}")
    for number in (lost + doubled + twice)[:10]:
        print("  ", number)
    sys.exit(1 if lost or doubled or twice else 0)


program, data, rounds, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
random.seed(seed)
main()
