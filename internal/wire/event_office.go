package wire

import "harta/internal/domain"

func officeFounded(c *coder, e *domain.OfficeFounded) {
	each(c, 0, &e.Keys, digest)
	at(c, 1, &e.Founder, id)
	at(c, 2, &e.Recipient, text)
	at(c, 3, &e.Recovery, text)
	at(c, 4, &e.Desk, id)
	at(c, 5, &e.Demo, truth)
	at(c, 6, &e.At, instant)
}

func officeKeyed(c *coder, e *domain.OfficeKeyed) {
	at(c, 1, &e.Epoch, count)
	at(c, 2, &e.Sealed, blob)
	each(c, 3, &e.Users, id)
}

func chainOpened(c *coder, e *domain.ChainOpened) {
	at(c, 1, &e.Desk, id)
	at(c, 2, &e.Purpose, word)
	at(c, 3, &e.Series, text)
	sub(c, 4, &e.Continues, chainPoint)
}

func userAdded(c *coder, e *domain.UserAdded) {
	at(c, 1, &e.User, id)
	at(c, 2, &e.Name, text)
	at(c, 3, &e.Title, text)
	at(c, 4, &e.Department, id)
}

func userKeyed(c *coder, e *domain.UserKeyed) {
	each(c, 0, &e.Keys, digest)
	at(c, 1, &e.User, id)
	at(c, 2, &e.Recipient, text)
	at(c, 3, &e.Provisional, truth)
}

func userRemoved(c *coder, e *domain.UserRemoved) {
	at(c, 1, &e.User, id)
	at(c, 2, &e.From, day)
}

func roleGranted(c *coder, e *domain.RoleGranted) {
	at(c, 1, &e.User, id)
	at(c, 2, &e.Role, word)
	at(c, 3, &e.Department, id)
	at(c, 4, &e.From, day)
	at(c, 5, &e.Until, day)
	at(c, 6, &e.Order, text)
	at(c, 7, &e.ActingFor, id)
}

func roleRevoked(c *coder, e *domain.RoleRevoked) {
	at(c, 1, &e.User, id)
	at(c, 2, &e.Role, word)
	at(c, 3, &e.Department, id)
	at(c, 4, &e.From, day)
}

func departmentSet(c *coder, e *domain.DepartmentSet) {
	at(c, 1, &e.Department, id)
	at(c, 2, &e.Name, text)
	at(c, 3, &e.Closed, truth)
}

func settingsSet(c *coder, e *domain.SettingsSet) {
	sub(c, 1, &e.Settings, settings)
}

func calendarSet(c *coder, e *domain.CalendarSet) {
	subs(c, 1, &e.Declared, declared)
	subs(c, 2, &e.Confirmed, confirmedYear)
	at(c, 3, &e.Reason, text)
}

func rulesSet(c *coder, e *domain.RulesSet) {
	subs(c, 1, &e.Rules, deadlineRule)
	at(c, 2, &e.Reason, text)
}

func topicSet(c *coder, e *domain.TopicSet) {
	at(c, 1, &e.Topic, id)
	at(c, 2, &e.Name, text)
	at(c, 3, &e.Department, id)
	at(c, 4, &e.Closed, truth)
}

func filingSet(c *coder, e *domain.FilingSet) {
	at(c, 1, &e.Code, text)
	at(c, 2, &e.Title, text)
	at(c, 3, &e.Years, integer)
	at(c, 4, &e.Permanent, truth)
	at(c, 5, &e.Closed, truth)
}

func templateSet(c *coder, e *domain.TemplateSet) {
	sub(c, 1, &e.Template, template)
}

func paragraphSet(c *coder, e *domain.ParagraphSet) {
	sub(c, 1, &e.Paragraph, standard)
}

func accessViewed(c *coder, e *domain.AccessViewed) {
	at(c, 1, &e.Case, id)
	at(c, 2, &e.What, text)
	at(c, 3, &e.Note, text)
}
