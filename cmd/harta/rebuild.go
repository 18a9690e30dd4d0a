package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

func newRebuildCommand(a *app) *cobra.Command {
	return a.command("rebuild", exactly(0), func([]string) error {
		return a.with(mending, func(o *office.Office) error {
			if err := o.Rebuild(); err != nil {
				return err
			}
			hash, err := o.StateHash()
			if err != nil {
				return err
			}
			cases := len(o.List(func(domain.Entry) bool { return true }))
			return a.done("console.rebuild.done", "n", cases, "hash", hash)
		})
	})
}
