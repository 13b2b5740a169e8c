package queries

import (
	"slices"
	"strings"
	"testing"
)

// TestNear holds the lists of words to pairs from all fields of news: what a question asks with the first word, a statement with the
// second answers, or must not.
func TestNear(t *testing.T) {
	for _, c := range []struct {
		name     string
		words    thesaurus
		yes, not string
	}{
		{"verbs", near,
			// "Who looked into the blaze?" "Detectives investigated the blaze."
			`look_into investigate|take_part participate|step_down resign|topple overthrow|attack stab|lay_off dismiss|do_away_with abolish|call_off cancel|found set_up|carry_out conduct|turn_down reject|back support|
			put_out extinguish|bring_down shoot_down|give_up abandon|pass_away die|die drown|kill behead|nab arrest|jail imprison|sentence jail|overturn quash|plead_guilty admit|give_evidence testify|sue take_to_court|hunt poach|
			snatch steal|hold_up rob|smuggle traffic|outlaw ban|legalise allow|lift remove|axe scrap|slash cut|surge rise|plummet fall|snap_up buy|offload sell|go_bankrupt collapse|bail_out rescue|float list|recall withdraw|
			down_tools strike|blast_off launch|dock berth|orbit circle|sequence decode|diagnose detect|vaccinate inoculate|quarantine isolate|come_down_with catch|derail crash|run_over hit|capsize sink|erupt break_out|pound batter|
			sweep_away carry_away|make_landfall land|thrash defeat|draw tie|clinch win|net score|sign recruit|star play|premiere open|exhibit show|unveil present|compose write|make sculpt|pen write|knock_down demolish|reap harvest|breed raise|
			kill cull|drill bore|generate produce|shell bomb|take capture|fall_back retreat|lay_down surrender|worship pray|ordain consecrate|enrol register|teach instruct|hack break_into|roll_out introduce|ground stop|lend loan|cross pass|
			ferry carry|house hold|fetch sell_for|top exceed|exceed dwarf|trail follow|oversee supervise|head lead|chair preside|mediate broker|recognise acknowledge|expel deport|summon call_in|cut_off sever|hamper hinder`,
			`rise fall|drown die|cull kill|sculpt make|stab attack|behead kill|buy sell|charge accuse|win lose|attack defend|open close|hire dismiss|admit deny|support oppose|lend borrow|import export|arrive leave|join leave|marry divorce|reject approve|suggest approve|threaten attack|plan build|
			deny confirm|investigate convict|arrest convict|suspect convict|search find|visit live|offer sell|propose pass|nominate elect|injure kill|invite attend|found join|teach learn|announce cancel|extend end|delay cancel|discuss agree|
			criticise praise|sue convict|bomb kill|fear hope|own build|design build|write publish|sponsor own|import produce|land launch|acquit convict|evacuate destroy|lead join|steal find|smuggle seize|try convict|order deliver|retreat advance`},
		{"nouns", akin,
			`rally protest|truce ceasefire|premier prime_minister|bus coach|cattle cow|lorry truck|company firm|airport airfield|flat apartment|blaze fire|poll election|tremor earthquake|banknote note|layoff redundancy|gunman shooter|toddler child|
			lawmaker senator|aircraft plane|helicopter chopper|dam barrage|holidaymaker tourist|pensioner retiree|film movie|lift elevator|petrol gasoline|autumn fall|football soccer|maths mathematics|cleric priest|heir successor|tenant renter|
			donor benefactor|loot haul|jail prison|cop officer|suspect defendant|inmate prisoner|leader ringleader|writer author|statue sculpture|album record|gig concert|goalkeeper keeper|referee umpire|bout fight|medal prize|tariff duty|
			loan credit|debt liability|share stock|dividend payout|outage blackout|reactor plant|turbine windmill|harvest crop|drought dry_spell|downpour rain|landslide mudslide|virus disease|jab vaccine|ward hospital|nurse medic|
			asylum-seeker refugee|vehicle car|vehicle lorry|animal elephant|building church|weapon knife|relative brother|sibling sister|parent mother|crop wheat|metal copper|vessel trawler|official mayor|athlete swimmer|musician pianist`,
			`victim suspect|premier minister|buyer seller|teacher pupil|driver passenger|judge lawyer|owner tenant|import export|profit loss|birth death|husband son|king queen|minister mayor|debt profit|victory defeat|brother sister|car lorry|
			import tariff|doctor patient|employer employee|winner loser|plaintiff defendant|author publisher|increase decrease|arrival departure|river lake|church mosque|wheat rice|copper gold|car vehicle_tax|knife gun|strike dismissal|
			copper metal|knife weapon|revenue profit|turnover profit|gold medal`},
	} {
		for _, pair := range strings.Split(c.yes, "|") {
			if a, b := pairOf(pair); !c.words.covers(a, b) {
				t.Errorf("%s: a question with %q is not answered by %q", c.name, a, b)
			}
		}
		for _, pair := range strings.Split(c.not, "|") {
			if a, b := pairOf(pair); c.words.covers(a, b) {
				t.Errorf("%s: a question with %q is answered by %q", c.name, a, b)
			}
		}
	}
}

func pairOf(s string) (a, b string) {
	f := strings.Fields(s)
	return strings.ReplaceAll(f[0], "_", " "), strings.ReplaceAll(f[1], "_", " ")
}

// TestGroups holds the files to their form: each group says something that no other says.
func TestGroups(t *testing.T) {
	for name, text := range map[string]string{"near": nearText, "akin": akinText} {
		words := grouped(text)
		for i, g := range words.groups {
			for n, w := range g {
				if slices.Contains(g[:n], w) {
					t.Errorf("%s: %q stands twice in %q", name, w, g)
				}
			}
			for j, other := range words.groups {
				if i != j && !slices.ContainsFunc(g, func(w string) bool { return !slices.Contains(other, w) }) {
					t.Errorf("%s: %q is a part of %q", name, g, other)
				}
			}
		}
		for w, under := range words.under {
			for _, u := range under {
				if together(words, w, u) {
					t.Errorf("%s: %q > %q, which stand in one group", name, w, u)
				}
			}
		}
	}
}
