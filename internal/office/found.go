package office

import (
	"fmt"
	"io"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// Plan is a new office: what it is called, who works there first, and its lists.
type Plan struct {
	Demo        bool
	Settings    domain.Settings
	Departments []DepartmentPlan
	Topics      []TopicPlan
	Filing      []domain.FilingSet
	Templates   []domain.Template
	Declared    []calendar.Declared
	Founder     UserPlan // administrator, and the roles named
	Users       []UserPlan
}

// DepartmentPlan is a department of a new office.
type DepartmentPlan struct{ Name string }

// TopicPlan is a topic of a new office and the department that usually answers it.
type TopicPlan struct{ Name, Department string }

// UserPlan is somebody who will work in a new office.
type UserPlan struct {
	Login      string
	Name       string
	Title      string
	Department string
	Password   string
	Roles      []RolePlan
}

// RolePlan is a role to be granted from the first day.
type RolePlan struct {
	Role       domain.Role
	Department string // empty = the whole office
	Order      string // № of the order that empowers
}

// Found makes a new office in an empty folder and signs its founder in. The recovery code is shown once and
// printed; nobody can make it again.
func Found(dir string, plan Plan, opts Options) (*Office, vault.RecoveryCode, error) {
	var none vault.RecoveryCode
	if opts.Practice && !plan.Demo {
		return nil, none, ErrClock
	}
	if err := passwordFits(plan.Founder.Password); err != nil {
		return nil, none, err
	}
	s, err := storage.Create(dir, opts.Storage)
	if err != nil {
		return nil, none, err
	}
	o := newOffice(s, opts)
	code, err := o.found(plan)
	if err != nil {
		s.Close() //nolint:errcheck // the first error says more
		return nil, none, err
	}
	return o, code, nil
}

func (o *Office) found(plan Plan) (vault.RecoveryCode, error) {
	o.mu.Lock()
	code, err := o.begin(plan)
	o.mu.Unlock()
	if err != nil {
		return code, err
	}
	if err := o.furnish(plan); err != nil {
		return code, err
	}
	for _, u := range plan.Users {
		if _, err := o.AddUser(u); err != nil {
			return code, fmt.Errorf("add a first user: %w", err)
		}
	}
	return code, nil
}

// begin writes the founding record, the first epoch and the founder.
func (o *Office) begin(plan Plan) (vault.RecoveryCode, error) {
	founder, err := vault.NewIdentity(o.options.Random)
	if err != nil {
		return vault.RecoveryCode{}, err
	}
	code, err := vault.NewRecoveryCode(o.options.Random)
	if err != nil {
		return code, err
	}
	recovery, err := code.Identity()
	if err != nil {
		return code, err
	}
	epoch, err := vault.NewEpoch(1, o.options.Random)
	if err != nil {
		return code, err
	}
	user, desk, err := o.twoIDs()
	if err != nil {
		return code, err
	}
	o.signer, o.user, o.login = founder, domain.UserID(user), plan.Founder.Login
	o.keys, o.book = newKeychain(o.store), newBook()
	o.keys.current = epoch
	sealed, err := epoch.SealTo(founder.Recipient(), recovery.Recipient())
	if err != nil {
		return code, fmt.Errorf("seal the first epoch: %w", err)
	}
	if err := o.writeBundle(bundleOf{o.user, plan.Founder.Login, 1}, plan.Founder.Password, founder); err != nil {
		return code, err
	}
	group := []stated{
		{event: domain.OfficeFounded{
			Keys:    []domain.PublicKey{domain.PublicKey(founder.Public()), domain.PublicKey(recovery.Public())},
			Founder: o.user, Recipient: founder.Recipient(), Recovery: recovery.Recipient(),
			Desk: domain.DeskID(desk), Demo: plan.Demo, At: o.Now(),
		}},
		{event: domain.OfficeKeyed{Epoch: 1, Sealed: sealed, Users: []domain.UserID{o.user}}},
		{event: domain.UserAdded{User: o.user, Name: plan.Founder.Name, Title: plan.Founder.Title}},
	}
	return code, o.openJournal(group, journal.Ref(desk).String())
}

// openJournal writes the first group of the office and its access chain.
func (o *Office) openJournal(group []stated, desk string) error {
	chain, err := o.begins(group...)
	if err != nil {
		return err
	}
	access, err := o.begins(stated{event: domain.ChainOpened{Desk: parseDesk(desk), Purpose: domain.AccessChain}})
	if err != nil {
		return err
	}
	if err := o.store.SetDesk(storage.Desk{ID: desk, Journal: chain, Access: access}); err != nil {
		return fmt.Errorf("write which desk this is: %w", err)
	}
	return o.store.Settle()
}

// furnish writes the settings and lists of a new office as one command.
func (o *Office) furnish(plan Plan) error {
	_, err := o.record(Command{}, func() ([]stated, error) {
		today := o.acting().Today()
		group := []stated{{event: domain.SettingsSet{Settings: plan.Settings}}, {event: domain.CalendarSet{Declared: plan.Declared}}}
		units, events, err := o.planLists(plan)
		if err != nil {
			return nil, err
		}
		group = append(group, events...)
		for _, r := range plan.Founder.Roles {
			group = append(group, stated{event: r.grant(o.user, units, today)})
		}
		founder := domain.UserAdded{
			User: o.user, Name: plan.Founder.Name, Title: plan.Founder.Title, Department: units[plan.Founder.Department],
		}
		return append(group, stated{event: founder}), nil
	})
	return err
}

func (o *Office) planLists(plan Plan) (map[string]domain.DepartmentID, []stated, error) {
	units := map[string]domain.DepartmentID{}
	var group []stated
	for _, d := range plan.Departments {
		id, err := o.newID()
		if err != nil {
			return nil, nil, err
		}
		units[d.Name] = domain.DepartmentID(id)
		group = append(group, stated{event: domain.DepartmentSet{Department: units[d.Name], Name: d.Name}})
	}
	for _, t := range plan.Topics {
		id, err := o.newID()
		if err != nil {
			return nil, nil, err
		}
		group = append(group, stated{event: domain.TopicSet{Topic: domain.TopicID(id), Name: t.Name, Department: units[t.Department]}})
	}
	for _, f := range plan.Filing {
		group = append(group, stated{event: f})
	}
	for _, t := range plan.Templates {
		group = append(group, stated{event: domain.TemplateSet{Template: t}})
	}
	return units, group, nil
}

func (r RolePlan) grant(u domain.UserID, units map[string]domain.DepartmentID, from calendar.Date) domain.RoleGranted {
	return domain.RoleGranted{User: u, Role: r.Role, Department: units[r.Department], From: from, Order: r.Order}
}

// newID makes a random id of something that has no content key.
func (o *Office) newID() (id domain.ID, err error) {
	_, err = io.ReadFull(o.options.Random, id[:])
	return id, err
}

func (o *Office) twoIDs() (a, b domain.ID, err error) {
	if a, err = o.newID(); err != nil {
		return a, b, err
	}
	b, err = o.newID()
	return a, b, err
}
