package present

import (
	"strconv"

	"harta/internal/domain"
	"harta/internal/office"
)

// mostMeasures are ordered by one decision.
const mostMeasures = 6

// decideForm records the findings and the decision, and what is to be done about it: a line for the next measure comes
// when the last one is begun.
func (c *Case) decideForm() *Form {
	t := c.T
	var f *Form
	fields := []*Field{
		{Key: "outcome", Label: t("field.outcome"), Kind: ChoiceField, Options: c.outcomes(), Narrow: true},
		{Key: "on", Label: t("case.decided_on"), Kind: DateField, Narrow: true},
		{Key: "findings", Label: t("field.findings"), Kind: TextField, Lines: 6},
	}
	for i := range mostMeasures {
		fields = append(fields,
			&Field{Key: measureKey("measures", i), Label: t("case.measure", "n", i+1)},
			&Field{Key: measureKey("due", i), Label: t("case.measure_until"), Kind: DateField, Narrow: true},
			&Field{Key: measureKey("unit", i), Label: t("case.measure_unit"), Kind: ChoiceField, Options: c.units(), Narrow: true},
		)
	}
	fields = append(fields,
		&Field{Key: "none", Label: t("case.no_measures"), Kind: TickField},
		&Field{Key: "nothing", Label: t("field.nothing"), Most: domain.MaxLine},
		&Field{Key: "crime", Label: t("case.crime"), Kind: TickField, Hint: t("case.crime_hint")},
		&Field{Key: "apology", Label: t("case.apology"), Kind: TickField})
	f = c.fill(domain.DoDecide, func(id office.Command) error { return c.office.Decide(id, c.id, decision(f)) }, fields...)
	c.preset(f)
	f.Edited = func(*Field) { measuresShown(f) }
	f.Check = func() {
		if x := f.Field("nothing"); !x.Hidden && f.Text("nothing") == "" {
			x.Wrong = t("case.no_measures_why")
		}
	}
	return f
}

func measureKey(key string, i int) string {
	if i == 0 {
		return key
	}
	return key + strconv.Itoa(i+1)
}

// outcomes are the decisions on the merits, and the two of what only asks or praises.
func (c *Case) outcomes() []Option {
	var all []Option
	for _, o := range domain.Outcomes() {
		if o.Merits() || o == domain.Answered || o == domain.Thanked {
			all = append(all, Option{string(o), capital(c.Say.Outcome(o))})
		}
	}
	return all
}

// measuresShown shows as many measures as were begun, and one more. A decision that upholds and orders none says why.
func measuresShown(f *Form) {
	none := f.Field("none")
	none.Hidden = !domain.Outcome(f.Text("outcome")).Upholds() || f.Text("measures") != ""
	nothing := none.On && !none.Hidden
	f.Field("nothing").Hidden = !nothing
	begun := !nothing
	for i := range mostMeasures {
		typed := f.Text(measureKey("measures", i)) != ""
		f.Field(measureKey("measures", i)).Hidden = !begun
		f.Field(measureKey("due", i)).Hidden = !begun || !typed
		f.Field(measureKey("unit", i)).Hidden = !begun || !typed
		begun = begun && typed
	}
}

func decision(f *Form) domain.CaseDecided {
	e := domain.CaseDecided{
		Outcome: domain.Outcome(f.Text("outcome")), Findings: f.Text("findings"), On: f.Day("on"), Apology: f.On("apology"), Crime: f.On("crime"),
		Nothing: f.shown("nothing").Text,
	}
	for i := range mostMeasures {
		if text := f.Text(measureKey("measures", i)); text != "" {
			e.Measures = append(e.Measures, domain.Measure{
				Text: text, Due: f.Day(measureKey("due", i)), Department: domain.ParseID[domain.DepartmentID](f.Text(measureKey("unit", i))),
			})
		}
	}
	return e
}
