package present

import (
	"slices"

	"harta/internal/domain"
)

// Keys of chips.
const (
	chipStage      = "stage"
	chipKind       = "kind"
	chipDepartment = "department"
	chipTerm       = "term"
	chipChannel    = "channel"
	chipReceived   = "received"
	chipMine       = "mine"
	chipWaits      = "waits"
	chipFlag       = "flag"
	chipLetters    = "letters"
	chipPerson     = "person"
	chipWords      = "words"
	chipFigure     = "figure"
)

// Chips gives the filters in the order people see. The last ones only show when a view has set them.
func (r *Register) Chips() []FilterChip {
	chips := []FilterChip{
		r.choice(chipStage, r.filter.Stage, r.stages()),
		r.choice(chipKind, r.filter.Kind, r.kinds()),
		r.choice(chipDepartment, idKey(r.filter.Department), r.departments()),
		r.choice(chipTerm, r.filter.Term, r.options("term", TermLate, TermToday, TermSoon, TermHalf, TermThisWeek)),
		r.choice(chipChannel, string(r.filter.Channel), r.channels()),
		r.choice(chipReceived, r.filter.Received, r.options("received", ReceivedToday, ReceivedThisWeek, ReceivedThisYear, ReceivedLastYear)),
		{Key: chipMine, Words: r.T("register.chip.mine"), On: r.filter.Mine},
		{Key: chipWaits, Words: r.T("register.chip.waits"), On: r.filter.Waits},
	}
	if r.filter.Figure.Of != "" { // it says what the list is: it comes first
		chips = slices.Insert(chips, 0, FilterChip{Key: chipFigure, Words: r.figureWords(), On: true})
	}
	if r.filter.Flag != 0 {
		chips = append(chips, FilterChip{Key: chipFlag, Words: r.flagWords(), On: true})
	}
	if r.filter.Letters != "" {
		chips = append(chips, FilterChip{Key: chipLetters, Words: r.T("register.letters." + r.filter.Letters), On: true})
	}
	if (r.filter.Person != domain.PersonID{}) {
		chips = append(chips, FilterChip{Key: chipPerson, Words: r.T("register.chip_on", "name", r.T("register.col.sender"), "value", r.personName()), On: true})
	}
	if r.filter.Words != "" {
		chips = append(chips, FilterChip{Key: chipWords, Words: r.T("register.chip_on", "name", r.T("register.chip.words"), "value", r.filter.Words), On: true})
	}
	return chips
}

func (r *Register) choice(key, value string, options []Option) FilterChip {
	return r.chip(key, r.T("register.chip."+key), value, options)
}

// personName is the sender whose cases are shown, as the newest of them names him.
func (r *Register) personName() string {
	for _, x := range slices.Backward(r.all) {
		if x.Person == r.filter.Person {
			return r.SenderName(*x.Entry)
		}
	}
	return ""
}

func (r *Register) flagWords() string {
	if r.filter.Flag.Has(domain.FlagAnonymous) {
		return r.T("register.flag.anonymous")
	}
	return r.T("register.flag.extended")
}

// Type looks for what was typed, and gives what is kept of it.
func (r *Register) Type(words string) string {
	kept, _ := (&Field{Most: mostFind}).Cut(words)
	r.SetChip(chipWords, kept)
	return kept
}

// mostFind are the letters that are looked for.
const mostFind = 200

// SetChip sets a filter to one of its options; the empty key takes it off.
func (r *Register) SetChip(key, option string) {
	f := r.filter
	switch key {
	case chipStage:
		f.Stage = option
	case chipKind:
		f.Kind = option
	case chipDepartment:
		f.Department = domain.ParseID[domain.DepartmentID](option)
	case chipTerm:
		f.Term = option
	case chipChannel:
		f.Channel = domain.Channel(option)
	case chipReceived:
		f.Received = option
	case chipMine:
		f.Mine = !f.Mine
	case chipWaits:
		f.Waits = !f.Waits
	case chipWords:
		f.Words = option
	default:
		f = f.without(key)
	}
	r.Narrow(f)
}

// without takes off what only a view can set.
func (f Filter) without(key string) Filter {
	switch key {
	case chipFlag:
		f.Flag = 0
	case chipLetters:
		f.Letters = ""
	case chipPerson:
		f.Person = domain.PersonID{}
	case chipFigure:
		f.Figure = Figured{}
	}
	return f
}

func (r *Register) options(family string, keys ...string) []Option {
	options := make([]Option, len(keys))
	for i, key := range keys {
		options[i] = Option{key, r.T("register." + family + "." + key)}
	}
	return options
}

func (r *Register) stages() []Option {
	options := r.options("stage", StageOpen, StageFree, StageClosed)
	for _, s := range domain.States() {
		if s != domain.Closed {
			options = append(options, Option{string(s), r.Say.State(s)})
		}
	}
	return options
}

func (r *Register) kinds() []Option {
	options := r.options("kinds", KindComplaints)
	for _, k := range domain.Kinds() {
		options = append(options, Option{string(k), r.Say.Kind(k)})
	}
	return options
}

func (r *Register) channels() []Option {
	var options []Option
	for _, c := range domain.Channels() {
		options = append(options, Option{string(c), r.Say.Channel(c)})
	}
	return options
}

func (r *Register) departments() []Option {
	var options []Option
	for _, d := range r.office.Acting().Office.Departments {
		options = append(options, Option{idKey(d.ID), d.Name})
	}
	return options
}
