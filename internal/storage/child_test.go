package storage_test

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"harta/internal/journal"
	"harta/internal/storage"
)

// How long the tests that gain by it go on; SECURITY.md gives the figures of long runs.
var (
	killRounds   = flag.Int("kill-rounds", 20, "rounds of the kill loop")
	stateDamages = flag.Int("state-damages", 300, "damages done to the state file")
)

// childTask says what a child process of the tests is to do, childDir and childRound with what.
const (
	childTask  = "HARTA_STORAGE_TEST_TASK"
	childDir   = "HARTA_STORAGE_TEST_DIR"
	childRound = "HARTA_STORAGE_TEST_ROUND"
)

func TestMain(m *testing.M) {
	switch os.Getenv(childTask) {
	case "":
		os.Exit(m.Run())
	case "check":
		report(storage.CheckState(os.Getenv(childDir)))
	case "append":
		report(appendForEver(os.Getenv(childDir), os.Getenv(childRound)))
	}
}

// report ends a child.
func report(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// child is this program again, with a task.
func child(tb testing.TB, task, dir string, round int) *exec.Cmd {
	tb.Helper()
	program, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	cmd := exec.CommandContext(tb.Context(), program)
	cmd.Env = append(os.Environ(), childTask+"="+task, childDir+"="+dir, childRound+"="+strconv.Itoa(round),
		"GORACE=atexit_sleep_ms=0") // the race detector would keep every child for a second
	return cmd
}

// appendForEver appends commands of one to three records, with all that goes with them, and prints the hash of
// each command when it is acknowledged.
func appendForEver(home, round string) error {
	n, err := strconv.Atoi(round)
	if err != nil {
		return err
	}
	p := placeIn(home)
	s, err := storage.Open(p.dir, p.options)
	if err != nil {
		return err
	}
	w := newWriter(1)
	w.random = rand.NewChaCha8([32]byte{1, byte(n), byte(n >> 8)})
	w.chain = s.Tip(s.Desk().Journal)
	line := storage.Line{Chain: w.chain.ID}
	tb := new(child1)
	for i := 1; ; i++ {
		group := w.group(tb, 1+i%3, 100*(1+i%20))
		if _, err := s.PutBlob([]byte(fmt.Sprint("attachment ", n, i))); err != nil {
			return err
		}
		if _, err := s.AddSlots(slots(2)); err != nil {
			return err
		}
		if _, err := s.Append(group); err != nil {
			return err
		}
		var b storage.Batch
		b.Put("n", []byte(strconv.Itoa(i)), group[0].Frame())
		b.Position(line, w.chain.Tip.Seq)
		s.Behind(b)
		if _, err := fmt.Println(group[len(group)-1].Hash()); err != nil {
			return err
		}
	}
}

// child1 is the test that a child is not: what would fail it, ends it.
type child1 struct{ testing.TB }

func (*child1) Helper()           {}
func (*child1) Fatal(args ...any) { report(errors.New(fmt.Sprint(args...))) }

// given a writer that is killed at any moment, then every command it acknowledged is there, once, whole.
func TestNothingAcknowledgedIsLostWhenTheWriterIsKilled(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 1)
	shut(t, s)
	random := rand.New(rand.NewPCG(1, 2))
	acknowledged := 0
	for round := range *killRounds {
		hashes := killed(t, child(t, "append", filepath.Dir(p.dir), round), 1+random.IntN(60))
		acknowledged += len(hashes)
		s := p.open(t)
		if f := s.Findings(); f.Unsettled() || f.StateLost || len(f.Damage) > 0 {
			t.Fatalf("round %d: findings = %+v", round, f)
		}
		times, last := map[string]int{}, journal.Record{}
		err := s.Scan(storage.Line{Chain: w.chain.ID}, 1, func(r journal.Record, _ storage.Pos) error {
			times[r.Hash().String()]++
			last = r
			return nil
		})
		if err != nil || last.Part != last.Parts {
			t.Fatalf("round %d: %v, ends in part %d of %d", round, err, last.Part, last.Parts)
		}
		for _, h := range hashes {
			if times[h] != 1 {
				t.Fatalf("round %d: acknowledged record is there %d times", round, times[h])
			}
		}
		shut(t, s)
		p.fsck(t)
	}
	t.Logf("%d rounds, %d commands acknowledged", *killRounds, acknowledged)
}

// killed starts a child, kills it after it has printed n lines, and returns all that it has printed.
func killed(t *testing.T, cmd *exec.Cmd, n int) (lines []string) {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for in := bufio.NewScanner(out); in.Scan(); {
		lines = append(lines, in.Text())
		if len(lines) == n {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil || len(lines) < n {
		t.Fatalf("child ended by itself after %d lines: %v", len(lines), err)
	}
	return lines
}
