package main

import (
	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/office"
)

// newStockCommand makes the command that brings an office that was founded earlier up to what the program knows now.
func newStockCommand(a *app) *cobra.Command {
	var take bool
	cmd := a.command("stock", atLeast(0), func(args []string) error {
		switch {
		case take && len(args) > 0:
			return &usageError{key: "console.usage.stock"}
		case !take && len(args) == 0:
			return a.with(reading, a.stock)
		}
		return a.with(writing, func(*office.Office) error {
			if err := a.desk.TakeStock(args...); err != nil {
				return err
			}
			return a.done("console.stock.done")
		})
	})
	a.options(cmd).yes(&take, "take", "stock_take")
	return cmd
}

// stock lists what the office lacks, and what it has in words of its own, to whoever may take it over.
func (a *app) stock(o *office.Office) error {
	by := o.Acting()
	if err := by.MayTakeStock(); err != nil {
		return err
	}
	stock, err := desk.Stock()
	if err != nil {
		return err
	}
	all := by.Novelties(stock)
	if len(all) == 0 {
		return a.done("console.stock.none")
	}
	var rows [][]string
	for _, n := range all {
		words := n.Template.Title
		switch {
		case n.Paragraph.ID != "":
			words = n.Paragraph.Text
		case n.Year != 0:
			words = a.say.T("console.stock.days", "n", len(n.Days))
		}
		state := a.say.T("console.stock.other")
		if n.Missing {
			state = a.say.T("console.stock.missing")
		}
		rows = append(rows, []string{n.Key(), state, words})
	}
	return a.rows(rows)
}
