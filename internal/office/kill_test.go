package office_test

import (
	"bufio"
	"crypto/rand"
	"flag"
	"fmt"
	"log/slog"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/storage"
	"harta/internal/vault"
)

// walks is how many random walks a test takes unless the command line says otherwise: every step is fsynced.
const walks = "30"

// In a child process the test binary is a clerk who registers until it is killed.
const (
	killData  = "OFFICE_TEST_KILL_DATA"
	killState = "OFFICE_TEST_KILL_STATE"
)

func TestMain(m *testing.M) {
	if data := os.Getenv(killData); data != "" {
		if err := untilKilled(data, os.Getenv(killState)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	if err := flag.Set("rapid.checks", walks); err != nil { // the command line is read after this
		panic(err)
	}
	os.Exit(m.Run())
}

// untilKilled registers, and says every number once it is acknowledged.
func untilKilled(data, state string) error {
	o, err := office.Open(data, office.Options{
		Storage: storage.Options{StateDir: state, Holder: "дете", Now: time.Now}, Random: rand.Reader,
		Log: slog.New(slog.DiscardHandler), Cost: vault.TestCost(),
	})
	if err != nil {
		return err
	}
	if err := o.SignIn("clerk", password); err != nil {
		return err
	}
	for i := 0; ; i++ {
		e, err := o.Register(office.Command{}, intake(domain.Signal, fmt.Sprint("Дупка ", i)))
		if err != nil {
			return err
		}
		if i%3 == 0 {
			err = o.Note(office.Command{}, e.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "видяна"})
		}
		if err != nil {
			return err
		}
		fmt.Println(e.Number.Text)
	}
}

// TestWhatWasAcknowledgedSurvivesAKill kills the child at random, again and again.
func TestWhatWasAcknowledgedSurvivesAKill(t *testing.T) {
	d := newDesk(t)
	d.clock.at = time.Now().Add(-time.Hour)
	options := d.options()
	options.Storage.Fingerprint = nil // as in the child
	o, _, err := office.Found(d.data, plan(), options)
	must(t, err)
	must(t, o.Close())
	var given []string
	for range 15 {
		given = append(given, killed(t, d, mathrand.IntN(120))...)
	}
	if len(given) == 0 {
		t.Fatal("no child has registered anything")
	}
	options.Storage.Now = time.Now
	o, err = office.Open(d.data, options)
	must(t, err)
	t.Cleanup(func() {
		must(t, o.Close())
		d.fsck(t)
	})
	as(t, o, "clerk")
	there := numbers(o)
	for _, n := range given {
		if i := slices.Index(there, n); i < 0 || slices.Contains(there[i+1:], n) {
			t.Errorf("number %s was acknowledged and is not there once", n)
		}
	}
	if gaps := o.Gaps(); len(gaps) > 0 {
		t.Errorf("gaps %v", gaps)
	}
	live := hash(t, o)
	must(t, o.Rebuild())
	if hash(t, o) != live {
		t.Error("folded anew is another state")
	}
}

// killed lets a child register and kills it some lines later. It returns the numbers acknowledged until then.
func killed(t *testing.T, d *desk, lines int) []string {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	child := exec.CommandContext(t.Context(), self)
	child.Env = append(os.Environ(), killData+"="+d.data, killState+"="+d.state)
	var said strings.Builder
	child.Stderr = &said
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	var given []string
	scan := bufio.NewScanner(out)
	for len(given) <= lines && scan.Scan() {
		given = append(given, scan.Text())
	}
	must(t, child.Process.Kill())
	for scan.Scan() { // what it still said before it fell
		given = append(given, scan.Text())
	}
	if err := child.Wait(); err == nil || said.Len() > 0 {
		t.Fatalf("the child ended with %v, %s", err, said.String())
	}
	return given
}
