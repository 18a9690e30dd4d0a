package main

import (
	"harta/internal/domain"
	"harta/internal/say"
)

// compose fills a template for a case: with what the program knows, and with what the author typed.
func (a *app) compose(by domain.Acting, c domain.Case, t domain.Template, typed map[string]string) domain.Letter {
	author, _ := by.Office.User(by.User)
	filling := a.paper.Filling(say.Writing{Office: by.Office, Case: c, Author: author, Today: by.Today(), Typed: typed}, t)
	return by.Office.Compose(c, t, filling)
}
