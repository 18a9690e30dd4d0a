package main

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// fileJSON is a case as programs read it.
type fileJSON struct {
	caseJSON
	intakeJSON
	Admission *admissionJSON `json:"admission,omitempty"`
	Findings  string         `json:"findings,omitempty"`
	Measures  []measureJSON  `json:"measures,omitempty"`
	Deadlines []deadlineJSON `json:"deadlines"`
	Letters   []letterJSON   `json:"letters"`
	History   []eventJSON    `json:"history"`
}

type deadlineJSON struct {
	Clock    string   `json:"clock"`
	Rule     string   `json:"rule"`
	Term     string   `json:"term"`
	Start    string   `json:"start"`
	Due      string   `json:"due"`
	First    string   `json:"first,omitempty"`
	Extended bool     `json:"extended"`
	Steps    []string `json:"steps"`
}

type letterJSON struct {
	Index      int    `json:"index"`
	Template   string `json:"template"`
	Subject    string `json:"subject"`
	State      string `json:"state"`
	Voided     bool   `json:"voided,omitempty"`
	Number     string `json:"number,omitempty"`
	PDF        string `json:"pdf_sha256,omitempty"`
	Dispatched string `json:"dispatched,omitempty"`
}

type eventJSON struct {
	At      string `json:"at"`
	By      string `json:"by,omitempty"`
	For     string `json:"acting_for,omitempty"` // in whose place
	Kind    string `json:"kind"`
	Text    string `json:"text"`
	Verdict string `json:"verdict"`
}

// verdicts are the names programs know verdicts by.
var verdicts = map[domain.Verdict]string{
	domain.Effective: "effective", domain.WithoutAuthority: "without_authority", domain.AfterRemoval: "after_removal",
}

func (a *app) fileJSON(now *domain.Office, f office.File) fileJSON {
	c := f.Case
	out := fileJSON{
		caseJSON: a.caseJSON(now, c.Entry()), intakeJSON: newIntakeJSON(now, c), Admission: a.newAdmissionJSON(c.Admitted),
		Findings: c.Decision.Findings, Measures: measuresJSON(now, c.Decision.Measures),
		Deadlines: []deadlineJSON{}, Letters: []letterJSON{}, History: []eventJSON{},
	}
	for _, d := range slices.Concat(c.Deadlines, now.TaskTerms(c.Entry())) {
		out.Deadlines = append(out.Deadlines, deadlineJSON{
			string(d.Clock), string(d.Rule), d.Term.String(), d.Start.String(), d.Due.String(), d.First.String(), d.Extended,
			a.desk.Steps(d),
		})
	}
	for i, l := range c.Letters {
		out.Letters = append(out.Letters, a.letterJSON(i, l))
	}
	for _, j := range f.History {
		kind := "newer"
		if j.Event != nil {
			kind = kindOf(j.Event)
		}
		out.History = append(out.History, eventJSON{
			instant(j.At), userName(now, j.By), userName(now, j.Seat.ActingFor), kind, a.event(j), verdicts[j.Verdict],
		})
	}
	return out
}

func (a *app) letterJSON(i int, l domain.LetterFile) letterJSON {
	out := letterJSON{
		Index: i + 1, Template: string(l.Content.Template), Subject: l.Content.Subject, State: string(l.State),
		Voided: l.Voided, Number: l.Number.Text, Dispatched: l.DispatchedOn.String(),
	}
	if !l.Number.IsZero() {
		out.PDF = l.PDF.String()
	}
	return out
}
