package main

import (
	"github.com/spf13/cobra"

	"harta/internal/journal"
	"harta/internal/storage"
)

func newVerifyCommand(a *app) *cobra.Command {
	var full, asJSON bool
	cmd := a.command("verify", between(0, 1), func(args []string) error {
		dir := a.data
		if len(args) > 0 {
			dir = args[0]
		}
		return a.verify(dir, full, asJSON)
	})
	o := a.options(cmd)
	o.yes(&full, "full", "full")
	o.yes(&asJSON, "json", "json")
	return cmd
}

// verify checks a data folder or a backup without a password, and names what is damaged.
func (a *app) verify(dir string, full, asJSON bool) error {
	bar := a.bar("console.progress.verify")
	report, err := a.desk.Fsck(dir, full, bar.bytes)
	bar.end()
	if err != nil {
		return err
	}
	if asJSON {
		err = a.verifiedJSON(report)
	} else {
		err = a.verified(report)
	}
	if err == nil && !report.Sound() {
		return errTold
	}
	return err
}

// damageShown is how many damages are named one by one; --json names all.
const damageShown = 50

func (a *app) verified(r storage.Report) error {
	var lines []string
	for i, d := range r.Damage {
		if i == damageShown {
			lines = append(lines, a.say.T("console.verify.more", "n", len(r.Damage)-i))
			break
		}
		lines = append(lines, a.desk.DamageWords(d))
	}
	key := "console.verify.sound"
	if !r.Sound() {
		key = "console.verify.damaged"
	}
	lines = append(lines, a.say.T(key, "n", len(r.Damage), "records", r.Journal.Records, "chains", len(r.Journal.Chains), "files", r.Blobs))
	if r.Torn > 0 {
		lines = append(lines, a.say.T("console.verify.torn", "n", int(r.Torn)))
	}
	return a.lines(lines...)
}

func (a *app) verifiedJSON(r storage.Report) error {
	type damage struct {
		File   string `json:"file"`
		Offset int64  `json:"offset"`
		Chain  string `json:"chain,omitempty"`
		Seq    uint64 `json:"seq,omitempty"`
		Error  string `json:"error"`
	}
	out := struct {
		Sound   bool     `json:"sound"`
		Records int      `json:"records"`
		Chains  int      `json:"chains"`
		Keys    int      `json:"keys"`
		Users   int      `json:"users"`
		Files   int      `json:"attachments"`
		Torn    int64    `json:"torn_bytes"`
		Damage  []damage `json:"damage"`
	}{r.Sound(), r.Journal.Records, len(r.Journal.Chains), r.Slots, r.Bundles, r.Blobs, r.Torn, []damage{}}
	for _, d := range r.Damage {
		one := damage{File: d.Source, Offset: d.Offset, Seq: d.Seq, Error: d.Err.Error()}
		if d.Chain != (journal.ChainID{}) {
			one.Chain = d.Chain.String()
		}
		out.Damage = append(out.Damage, one)
	}
	return a.json(out)
}
