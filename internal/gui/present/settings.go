package present

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// SettingsOffice is what Настройки asks of the office.
type SettingsOffice interface {
	Drafts
	Acting() domain.Acting
	SetSettings(s domain.Settings) error
	ReadCrest(path string) ([]byte, error)
	ChangePassword(old, fresh string) error
	CheckPassword(password string) error
	ShowLicences() error

	SettingsLists
	SettingsUsers
	SettingsLetters
	BackupDesk
}

// SettingsLists changes the lists of the office.
type SettingsLists interface {
	SetDepartment(e domain.DepartmentSet) (domain.DepartmentID, error)
	SetTopic(e domain.TopicSet) (domain.TopicID, error)
	SetFiling(e domain.FilingSet) error
	SetTemplate(t domain.Template) error
	TakeStock(keys ...string) error
	SetParagraph(s domain.Standard) (domain.ParagraphID, error)
	ChangeRule(x domain.RuleChange, reason string) error
	TryRule(x domain.RuleChange) (office.RuleTrial, error)
}

// SettingsUsers changes who works in the office.
type SettingsUsers interface {
	Accounts() ([]office.Account, error)
	Duties() []office.Due
	AddUser(plan office.UserPlan) (domain.UserID, error)
	ChangeUser(u domain.UserID, name, title string, unit domain.DepartmentID) error
	RemoveUser(u domain.UserID) error
	ResetPassword(u domain.UserID, temporary string) error
	TemporaryPassword() (string, error)
	Grant(e domain.RoleGranted) error
	Revoke(u domain.UserID, r domain.Role, d domain.DepartmentID) error
}

// SettingsTab is a tab of the settings.
type SettingsTab string

// Tabs of the settings.
const (
	OfficeTab      SettingsTab = "office"
	DepartmentsTab SettingsTab = "departments"
	TopicsTab      SettingsTab = "topics"
	FilingTab      SettingsTab = "filing"
	UsersTab       SettingsTab = "users"
	PasswordTab    SettingsTab = "password"
	NumbersTab     SettingsTab = "numbers"
	TemplatesTab   SettingsTab = "templates"
	ParagraphsTab  SettingsTab = "paragraphs"
	RulesTab       SettingsTab = "rules"
	TermsTab       SettingsTab = "terms"
	ChainsTab      SettingsTab = "chains"
	BackupTab      SettingsTab = "backup"
	LookTab        SettingsTab = "look"
	AboutTab       SettingsTab = "about"
)

// settingsTabs are all tabs, each with the event that whoever sees it may record; nil = everybody may.
var settingsTabs = []struct {
	tab   SettingsTab
	event domain.Event
	reads bool // it writes nothing, so that it is there also when the office is open for reading alone
}{
	{OfficeTab, domain.SettingsSet{}, false},
	{DepartmentsTab, domain.DepartmentSet{}, false},
	{TopicsTab, domain.TopicSet{}, false},
	{FilingTab, domain.FilingSet{}, false},
	{UsersTab, domain.UserAdded{}, false},
	{NumbersTab, domain.SettingsSet{}, false},
	{TemplatesTab, domain.TemplateSet{}, false},
	{ParagraphsTab, domain.ParagraphSet{}, false},
	{RulesTab, domain.RulesSet{}, false},
	{TermsTab, domain.SettingsSet{}, false},
	{ChainsTab, domain.SettingsSet{}, false},
	{BackupTab, nil, true},
	{PasswordTab, nil, false},
	{LookTab, nil, true},
	{AboutTab, nil, true},
}

// Settings is the presenter of Настройки.
type Settings struct {
	Env
	watched
	office SettingsOffice

	Form    *Form    // of the tabs that are one form
	List    *Listing // of the tabs that are a list
	Users   *Users
	Backup  *Backup
	Look    *Look
	Letters *TemplatePage // beside the form of a template
	trying  *Form         // of the rule that is tried
	tried   TrialWords    // what its change would do

	tabs   []SettingsTab
	tab    SettingsTab
	acting domain.Acting
	now    domain.Office
	lacks  []domain.Novelty // what the program brings and the office lacks, or has otherwise
	loaded bool
	fresh  bool // what is built was written, or given up: no draft is read
	gen    int
}

// NewSettings makes the presenter; the tab is where it opens, empty = the first one.
func NewSettings(env Env, o SettingsOffice, tab string) *Settings {
	return &Settings{Env: env, office: o, tab: SettingsTab(tab)}
}

// Load reads the office anew. What is being typed stays.
func (s *Settings) Load() {
	s.gen++
	gen := s.gen
	s.read(func(take func()) {
		if gen != s.gen {
			return
		}
		take()
		s.tabs = s.allowed()
		first, stock := !s.loaded, s.tab == StockArg
		s.loaded = true
		if stock {
			s.tab = TemplatesTab
		}
		if !slices.Contains(s.tabs, s.tab) && len(s.tabs) > 0 {
			s.tab, first = s.tabs[0], true
		}
		if first {
			s.build()
			if stock && s.List != nil {
				s.List.New()
			}
		} else if s.List != nil {
			s.List.reload()
		}
		if !first && s.Users != nil {
			s.Users.reload()
		}
		s.changed()
	})
}

// read asks what the office holds now; whoever goes on then takes it, or leaves it because it was asked again meanwhile.
func (s *Settings) read(then func(take func())) {
	var a domain.Acting
	var lacks []domain.Novelty
	s.Go(func() {
		a = s.office.Acting()
		lacks = novelties(a)
	}, func() {
		then(func() { s.acting, s.now, s.lacks = a, *a.Office, lacks })
	})
}

// allowed gives the tabs that whoever works may use.
func (s *Settings) allowed() []SettingsTab { return s.settingsTabs(s.acting) }

// settingsTabs gives the tabs of the settings that are for somebody.
func (e Env) settingsTabs(by domain.Acting) []SettingsTab {
	var tabs []SettingsTab
	for _, t := range settingsTabs {
		if e.ReadOnly && !t.reads || t.event != nil && by.MayOffice(t.event) != nil {
			continue
		}
		tabs = append(tabs, t.tab)
	}
	return tabs
}

// Tabs gives the tabs there are.
func (s *Settings) Tabs() []SettingsTab { return s.tabs }

// TabWords is what a tab says.
func (e Env) TabWords(t SettingsTab) string { return e.T("settings.tab_" + string(t)) }

// Dir is the data folder.
func (s *Settings) Dir() string { return s.office.Dir() }

// ShowLicences opens the texts of the licences.
func (s *Settings) ShowLicences() {
	var err error
	s.Go(func() { err = s.office.ShowLicences() }, func() {
		if err != nil {
			s.Toast(Toast{Words: s.Tell(err), Warn: true})
		}
	})
}

// Tab is the open one.
func (s *Settings) Tab() SettingsTab { return s.tab }

// Open opens a tab.
func (s *Settings) Open(t SettingsTab) {
	if t == s.tab || !slices.Contains(s.tabs, t) {
		return
	}
	s.Leave()
	s.tab = t
	s.build()
	s.changed()
}

// Leave keeps what is typed: the tab or the screen is left.
func (s *Settings) Leave() {
	for _, f := range s.forms() {
		f.Flush()
	}
	if s.Backup != nil {
		s.Backup.Stop()
	}
}

func (s *Settings) forms() []*Form {
	var all []*Form
	if s.Form != nil {
		all = append(all, s.Form)
	}
	if s.List != nil && s.List.Form != nil {
		all = append(all, s.List.Form)
	}
	return all
}

// build makes what the open tab shows.
func (s *Settings) build() {
	s.Form, s.List, s.Users, s.Look, s.Letters = nil, nil, nil, nil, nil
	switch s.tab {
	case OfficeTab:
		s.Form = s.officeForm()
	case NumbersTab:
		s.Form = s.numbersForm()
	case TermsTab:
		s.Form = s.termsForm()
	case PasswordTab:
		s.Form = s.passwordForm()
	case UsersTab:
		s.Users = newUsers(s)
	case BackupTab:
		s.Backup = NewBackup(s.Env, s.office)
		s.Backup.Exercise = s.now.Demo
		s.Backup.Changed = s.changed
		s.Backup.Load()
	case LookTab:
		s.Look = &Look{Env: s.Env, changed: s.changed}
	default:
		s.buildList()
	}
}

// buildList makes the list that the open tab shows, if it shows one.
func (s *Settings) buildList() {
	switch s.tab {
	case DepartmentsTab:
		s.List = newListing(s, departments{s})
	case TopicsTab:
		s.List = newListing(s, topics{s})
	case FilingTab:
		s.List = newListing(s, filings{s})
	case TemplatesTab:
		s.Letters = newTemplatePage(s)
		s.List = newListing(s, templates{s})
	case ParagraphsTab:
		s.List = newListing(s, standardList{s})
	case RulesTab:
		s.List = newListing(s, ruleList{s})
	case ChainsTab:
		s.List = newListing(s, chainList{s})
	default: // nothing but words
	}
}

// saved says in passing that something was written.
func (s *Settings) saved() {
	s.Toast(Toast{Words: s.T("settings.saved")})
}

// again builds the form of the tab from what the office holds now.
func (s *Settings) again() {
	s.saved()
	s.gen++
	gen := s.gen
	s.read(func(take func()) {
		if gen == s.gen {
			take()
			s.rebuild()
		}
	})
}

// rebuild builds the tab from what the office holds, without what was typed.
func (s *Settings) rebuild() {
	s.fresh = true
	s.build()
	s.fresh = false
	s.changed()
}

// keep keeps what is typed into a form under a name, and shows what was kept before.
func (s *Settings) keep(f *Form, name string) {
	if s.fresh {
		f.KeepFrom(s.office, name)
		return
	}
	if f.KeepAs(s.office, name) {
		f.Notices = append(f.Notices, Notice{Sign: InfoSign, Words: s.T("settings.resumed")})
	}
}
