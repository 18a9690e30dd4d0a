package main

import (
	"harta/internal/domain"
	"harta/internal/say"
)

// composeLetter fills a template for a case: with what the program knows, and with what the author typed.
func composeLetter(s *say.Speaker, a domain.Acting, c domain.Case, t domain.Template, typed map[string]string) domain.Letter {
	author, _ := a.Office.User(a.User)
	filling := s.Filling(say.Writing{Office: a.Office, Case: c, Author: author, Today: a.Today(), Typed: typed}, t)
	return a.Office.Compose(c, t, filling)
}
