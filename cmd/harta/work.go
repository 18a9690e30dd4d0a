package main

import (
	"mime"
	"path/filepath"

	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

func newGiveBackCommand(a *app) *cobra.Command {
	return a.reasonedCommand("give-back", func(o *office.Office, id domain.CaseID, reason string) error {
		return o.GiveBack(office.Command{}, id, reason)
	})
}

func newReassignCommand(a *app) *cobra.Command {
	var lead, reason string
	var others []string
	cmd := a.onCaseCommand("reassign", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		e := domain.CaseReassigned{Reason: reason}
		var err error
		if e.Lead, err = userNamed(o, "lead", lead); err != nil {
			return err
		}
		if e.Others, err = usersNamed(o, others); err != nil {
			return err
		}
		return o.Reassign(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.text(&lead, "lead", "lead")
	opts.list(&others, "other", "other")
	opts.text(&reason, "reason", "reason")
	return cmd
}

func newWithdrawCommand(a *app) *cobra.Command {
	var e domain.CaseWithdrawn
	cmd := a.onCaseCommand("withdraw", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		return o.Withdraw(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.text(&e.Reason, "reason", "reason")
	opts.text(&e.Document, "document", "withdrawn_with")
	opts.yes(&e.ExOfficio, "ex-officio", "ex_officio")
	return cmd
}

func newArchiveCommand(a *app) *cobra.Command {
	e := domain.CaseArchived{}
	cmd := a.onCaseCommand("archive", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		return o.Archive(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.text(&e.Filing, "filing", "filing")
	opts.text(&e.Volume, "volume", "volume")
	return cmd
}

func newAttachCommand(a *app) *cobra.Command {
	e := domain.DocumentAdded{}
	cmd := a.onCaseCommand("attach", 2, func(o *office.Office, id domain.CaseID, rest []string) error {
		content, err := desk.ReadFile(rest[0], 0)
		if err != nil {
			return err
		}
		e.Name, e.Type = filepath.Base(rest[0]), mime.TypeByExtension(filepath.Ext(rest[0]))
		added, err := o.Attach(office.Command{}, id, e, content)
		if err != nil {
			return err
		}
		return a.done("console.attach.done", "name", added.Name, "bytes", int(added.Size))
	})
	a.options(cmd).number(&e.Sheets, "sheets", "sheets")
	return cmd
}
