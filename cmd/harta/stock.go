package main

import (
	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// newStockCommand makes the command that brings an office that was founded earlier up to what the program knows now.
func newStockCommand(a *app) *cobra.Command {
	var take bool
	cmd := a.command("stock", atLeast(0), func(args []string) error {
		if !take && len(args) == 0 {
			return a.with(reading, func(o *office.Office) error {
				stock, err := desk.Stock()
				if err != nil {
					return err
				}
				return a.stockText(o.Acting().Novelties(stock))
			})
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

// stockText lists what the office lacks, and what it has in words of its own.
func (a *app) stockText(all []domain.Novelty) error {
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
