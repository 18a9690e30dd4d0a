package main

import (
	"github.com/spf13/cobra"

	"harta/internal/office"
)

func newReportCommand(a *app) *cobra.Command {
	year := a.today().Year()
	var out string
	cmd := a.command("report", exactly(0), func([]string) error {
		if err := required("out", out); err != nil {
			return err
		}
		return a.report(year, out)
	})
	o := a.options(cmd)
	o.number(&year, "year", "year")
	o.text(&out, "out", "out_xlsx")
	return cmd
}

// report writes the workbook of a year.
func (a *app) report(year int, path string) error {
	return a.with(looking, func(o *office.Office) error {
		y, err := o.Report(year)
		if err != nil {
			return err
		}
		if err := a.desk.WriteWorkbook(y, path); err != nil {
			return err
		}
		return a.done("console.report.done", "file", path, "received", y.Received, "closed", y.Closed, "open", y.Open)
	})
}
