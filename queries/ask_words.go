package queries

import "strings"

// firms are nouns for a company by what it does, each of which "the company" may stand for, and none for another.
var firms = set("chipmaker carmaker automaker airline retailer insurer broadcaster publisher brewer chain utility supplier developer contractor start-up startup giant shipyard steelmaker drugmaker brewery refiner carrier")

// agents are the nouns for who does something, by the verb: the owner of a house owns it.
var agents = words(map[string]string{
	"own": "owner proprietor", "found": "founder co-founder", "lead": "leader head chief boss director president captain", "chair": "chairman chairwoman chair chairperson",
	"head": "head chief boss chairman chairwoman director leader", "direct": "director", "manage": "manager", "coach": "coach trainer", "train": "coach trainer", "represent": "lawyer attorney representative",
	"defend": "lawyer attorney", "edit": "editor", "write": "author writer", "marry": "husband wife spouse", "support": "supporter", "criticise": "critic", "oppose": "opponent", "win": "winner",
	"make": "maker producer manufacturer", "design": "designer architect", "invent": "inventor", "discover": "discoverer", "run": "manager head director boss operator mayor", "govern": "governor ruler mayor president premier", "publish": "publisher",
	"sponsor": "sponsor", "organise": "organiser", "organize": "organizer", "build": "builder", "teach": "teacher", "play": "player", "speak": "spokesman spokeswoman spokesperson", "advise": "adviser advisor",
	"belong": "member", "precede": "predecessor", "succeed": "successor", "kill": "killer", "buy": "buyer", "sell": "seller", "supply": "supplier", "insure": "insurer", "operate": "operator", "produce": "producer",
})

// crafts are nouns for those who work for whom they are of or at.
var crafts = set("analyst engineer professor lecturer researcher scientist biologist economist doctor nurse teacher lawyer spokesman spokeswoman spokesperson employee worker director manager consultant " +
	"physicist chemist astronomer geologist historian reporter journalist editor correspondent volcanologist seismologist paediatrician pediatrician surgeon expert adviser advisor designer officer executive curator")

// frames say one event with other places: what plays a role of from plays the one it is mapped to in to.
var frames = []struct {
	from, to string
	roles    map[string]string
}{
	{"sell", "buy", map[string]string{"subject": "from", "to": "subject", "object": "object", "for": "for"}},
	{"buy", "sell", map[string]string{"subject": "to", "from": "subject", "object": "object", "for": "for"}},
	{"sell", "pay", map[string]string{"subject": "to", "to": "subject", "for": "object", "object": "for"}},
	{"buy", "pay", map[string]string{"subject": "subject", "from": "to", "for": "object", "object": "for"}},
	{"offer", "bid", map[string]string{"subject": "subject", "object": "object", "for": "for"}},
	{"give", "receive", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"pay", "receive", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"go", "receive", map[string]string{"subject": "object", "to": "subject"}},
	{"go", "win", map[string]string{"subject": "object", "to": "subject"}},
	{"award", "win", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"award", "receive", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"receive", "give", map[string]string{"subject": "to", "from": "subject", "object": "object"}},
	{"lend", "borrow", map[string]string{"subject": "from", "to": "subject", "object": "object"}},
	{"borrow", "lend", map[string]string{"subject": "to", "from": "subject", "object": "object"}},
	{"defeat", "lose", map[string]string{"object": "subject", "subject": "to"}},
	{"lose", "defeat", map[string]string{"subject": "object", "to": "subject"}},
	{"leave", "join", map[string]string{"subject": "subject", "for": "object", "object": "from"}},
	{"join", "leave", map[string]string{"subject": "subject", "object": "for", "from": "object"}},
	{"replace", "succeed", map[string]string{"subject": "subject", "object": "object"}},
	{"throw", "attack", map[string]string{"subject": "subject", "object": "with", "at": "object"}},
	{"fire", "shoot", map[string]string{"subject": "subject", "at": "object", "on": "object"}},
	{"teach", "learn", map[string]string{"object": "subject", "subject": "from"}},
	{"hire", "work", map[string]string{"object": "subject", "subject": "for"}},
}

// opposite are verbs of which one denies the other.
var opposite = paired("accept reject", "admit deny", "approve reject", "support oppose", "convict acquit", "attend miss", "accept refuse", "join leave", "allow ban", "allow forbid", "raise cut", "rise fall", "win lose", "keep lose", "reveal hide", "accept decline", "agree refuse", "listen ignore", "heed ignore", "follow ignore", "answer ignore")

// onsets are the verbs for the beginning of what the verb says: who took the port over in 2008 has run it since.
var onsets = map[string]string{"run": "take_over become", "operate": "take_over", "lead": "take_over become", "head": "take_over become", "manage": "take_over become", "own": "buy acquire take_over purchase", "work": "join", "belong": "join",
	"live": "move settle", "be": "become", "control": "seize capture take_over", "hold": "capture seize win", "employ": "hire", "have": "get"}

// ergative are verbs of which the subject is who does it or what it is done to: "the firm opened the shop", "the shop opened".
var ergative = set("open close start begin end stop break burn sink move change increase reduce grow sell reopen resume continue launch appear release collapse explode spread finish shut drown flood crash cancel publish improve recover return merge split double halve derail capsize")

// mutual are verbs whose subject and object, or whose two subjects, do it to each other.
var mutual = set("meet marry fight merge talk negotiate play clash speak divorce agree")

// gauges are the verbs that give the measure for which "how" asks with an adjective.
var gauges = map[string][]string{"large": {"cover", "measure", "span"}, "big": {"cover", "measure", "span"}, "long": {"measure", "last", "run", "stretch", "take"}, "tall": {"stand", "measure", "rise"},
	"high": {"stand", "measure", "rise", "reach"}, "heavy": {"weigh"}, "deep": {"reach", "measure"}, "far": {"lie"}, "wide": {"measure"}, "much": {"cost"}, "fast": {"reach", "travel"}}

// pledges are verbs that say what somebody is to do, perhaps only on a condition.
var pledges = set("promise pledge vow threaten offer warn propose agree refuse commit undertake")

// charges are verbs that say what somebody has done.
var charges = set("accuse suspect charge convict blame")

func words(in map[string]string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for k, v := range in {
		out[k] = set(v)
	}
	return out
}

func set(line string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(line) {
		out[w] = true
	}
	return out
}

func paired(lines ...string) map[string][]string {
	out := map[string][]string{}
	for _, line := range lines {
		a, b, _ := strings.Cut(line, " ")
		out[a], out[b] = append(out[a], b), append(out[b], a)
	}
	return out
}
