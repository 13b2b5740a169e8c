package queries

import "strings"

// kindsOf are nouns by the kind for which a question may use another: a cellist is a musician.
var kindsOf = words(map[string]string{
	"musician": "cellist violinist pianist singer drummer guitarist composer conductor trumpeter saxophonist organist flautist bassist rapper harpist percussionist soprano tenor bandleader",
	"artist":   "painter sculptor musician singer photographer actor dancer illustrator cartoonist designer", "performer": "actor singer dancer musician comedian acrobat",
	"writer": "author novelist poet playwright journalist essayist biographer screenwriter columnist", "journalist": "reporter correspondent editor columnist broadcaster presenter anchor photographer",
	"scientist":  "physicist chemist biologist astronomer geologist immunologist virologist botanist zoologist ecologist climatologist glaciologist epidemiologist volcanologist seismologist oceanographer neuroscientist geneticist mathematician meteorologist palaeontologist researcher astrophysicist biochemist entomologist toxicologist pathologist",
	"doctor":     "surgeon physician paediatrician pediatrician cardiologist psychiatrist oncologist anaesthetist gynaecologist neurologist dermatologist pathologist",
	"politician": "minister senator deputy lawmaker president premier chancellor mayor governor councillor congressman congresswoman parliamentarian legislator MP", "official": "minister spokesman spokeswoman officer governor mayor commissioner inspector secretary",
	"athlete": "runner swimmer cyclist skier boxer sprinter gymnast wrestler rower footballer jumper thrower skater wrestler marathoner weightlifter", "player": "striker goalkeeper defender midfielder forward footballer captain winger batsman bowler quarterback pitcher",
	"vehicle": "car lorry truck bus van motorcycle tank jeep ambulance tractor coach minibus", "vessel": "ship boat ferry freighter tanker trawler yacht frigate destroyer submarine cruiser barge tug schooner",
	"ship": "freighter tanker ferry frigate destroyer cruiser liner trawler", "aircraft": "plane helicopter jet airliner drone glider bomber fighter", "weapon": "gun rifle pistol bomb missile knife grenade mortar rocket shotgun machete artillery",
	"animal": "dog cat horse cow sheep goat pig lion tiger elephant bear wolf monkey whale dolphin shark bird snake rhino rhinoceros giraffe zebra deer fox", "building": "house school church mosque hospital hotel theatre tower factory warehouse palace castle museum temple cathedral block",
	"disease": "cholera malaria measles influenza flu ebola tuberculosis polio dengue cancer hepatitis typhoid diphtheria meningitis plague covid", "illness": "cholera malaria measles influenza flu pneumonia cancer hepatitis typhoid meningitis",
	"disaster": "earthquake flood storm hurricane cyclone eruption fire tsunami avalanche landslide drought crash collapse explosion", "document": "letter report contract treaty memorandum file e-mail will diary", "relative": "brother sister father mother son daughter uncle aunt cousin nephew niece wife husband grandfather grandmother grandson granddaughter",
	"book": "novel biography memoir autobiography thriller anthology", "metal": "gold silver copper iron lithium nickel cobalt zinc tin platinum aluminium aluminum uranium", "fruit": "apple orange banana mango grape pear cherry avocado", "crop": "wheat rice maize corn potato coffee cocoa cotton soya barley quinoa tobacco",
	"drug": "cocaine heroin cannabis methamphetamine fentanyl opium steroid", "fuel": "petrol diesel gasoline coal gas oil kerosene", "structure": "bridge tower dam building tunnel", "institution": "bank university school hospital museum court", "employee": "nurse teacher driver clerk engineer cleaner guard miner",
})

// kindred reports whether a noun names something of the kind that the other names.
func kindred(noun, kind string) bool { return kindsOf[kind][noun] }

// otherKind reports whether the text up to the statement's sentence has before the name a noun for something of another kind:
// "the cellist Ann Lee" is no politician.
func (r *reading) otherKind(name, kind string) bool {
	if kindsOf[kind] == nil {
		return false
	}
	i := strings.Index(r.all, strings.ToLower(name))
	if i < 0 {
		return false
	}
	before := strings.Fields(r.all[max(0, i-40):i])
	if len(before) == 0 {
		return false
	}
	noun := before[len(before)-1]
	for _, others := range kindsOf {
		if others[noun] && !kindred(noun, kind) && noun != kind {
			return true
		}
	}
	return false
}
