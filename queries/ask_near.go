package queries

// near are verbs that a question may use for one another, though they are relations of their own: an underscore stands
// for a blank.
var near = grouped(
	"hit strike batter ravage lash", "remove oust topple depose unseat dismiss sack fire", "gather collect amass", "rob break_into burgle", "collapse break_down", "participate take_part", "run operate manage", "fund finance pay bankroll sponsor back",
	"own hold have possess", "demonstrate protest rally march", "start begin launch open break_out erupt", "end finish conclude stop", "complete finish", "build construct erect",
	"found establish set_up create start", "reject turn_down refuse decline spurn", "support back endorse favour favor", "oppose resist", "criticise criticize attack condemn denounce",
	"praise welcome applaud hail", "injure wound hurt", "die perish", "kill murder slay", "arrest detain seize capture", "jail imprison sentence", "acquit clear",
	"defeat beat overcome", "buy acquire purchase take_over swallow", "leave quit resign step_down", "join enter", "visit tour", "fear worry dread", "want demand seek call ask request urge wish",
	"promise pledge vow commit", "approve authorise authorize ratify pass adopt", "cancel scrap call_off drop abandon", "postpone delay put_off", "cut reduce lower slash", "raise increase lift hike",
	"rise grow increase climb", "fall drop decline decrease sink", "develop create design", "discover find detect dig_up unearth uncover", "find spot", "lead direct head chair run", "treat cure", "destroy wreck ruin demolish",
	"damage harm", "close block shut seal", "investigate probe examine", "reveal disclose", "expect predict forecast", "last take", "think believe", "name appoint nominate", "choose pick select elect",
	"replace succeed follow", "give donate grant provide supply", "receive get obtain", "help aid assist", "attack assault", "free release rescue save liberate", "save rescue", "travel go fly", "suggest propose",
	"send dispatch deploy", "withdraw pull pull_out", "announce declare", "hide conceal", "steal rob", "burn burn_down", "make produce manufacture build", "call name", "win capture", "train coach",
	"sit seat hold", "govern rule run", "employ have", "warn caution", "evacuate clear move", "cover span", "mean intend plan", "measure cover", "publish release issue", "notice see spot",
	"export ship sell", "contribute give donate pay", "send deliver ship dispatch supply provide bring", "detect notice find", "report notify", "coordinate direct manage organise organize", "stay spend remain",
	"release come_out bring_out", "win secure clinch", "win receive", "convict sentence jail", "throw hurl toss", "perish drown die", "leave walk_out quit exit depart", "enter come_into", "exclude rule_out", "answer reply respond",
	"plunge tumble slump slide dip shrink fall drop", "climb jump soar surge grow rise go_up", "shoot film", "sue take_to_court", "hunt search look_for seek", "appeal ask call request", "retire step_down", "stand_down step_down resign",
	"lay_off dismiss sack fire make_redundant cut", "hire recruit employ take_on appoint", "repair fix mend restore", "allow permit let", "ban forbid prohibit outlaw bar", "halt stop suspend freeze cease end", "prevent stop",
	"warn alert", "confirm acknowledge admit", "confess admit concede", "flee escape run_away get_away", "flee leave", "collide crash", "sink go_down capsize", "explode blow_up detonate go_off burst",
	"burst collapse give_way fail break_down crumble cave_in", "flood inundate submerge", "earn gain", "invest put spend", "lend loan", "sell offload dispose divest", "merge combine", "expand enlarge extend",
	"move relocate transfer", "live reside dwell", "study examine", "write compose author pen", "direct make", "perform play act star appear", "draw_up draft prepare write", "test check examine try_out", "carry transport bring",
	"land touch_down arrive", "arrive come reach", "launch lift_off", "hear try", "prosecute charge try indict", "claim say allege maintain assert argue insist", "conceal hide stash", "contaminate pollute poison", "inoculate vaccinate immunise",
	"look_after treat care_for tend", "supervise oversee run manage", "preside chair head lead", "command lead head", "steer lead", "defend represent", "object oppose resist fight", "elect choose vote_in", "compete run stand", "discuss negotiate talk", "accept consent agree",
	"conclude sign", "strike reach", "violate break breach infringe", "obey follow comply", "take_over assume succeed replace", "wed marry", "separate divorce split_up", "cover insure underwrite", "reimburse compensate pay", "commemorate mark celebrate",
	"inter bury", "accommodate house shelter", "shut_down close", "require need", "comprise include contain", "trigger cause spark provoke bring_about lead_to set_off prompt ignite start", "displace uproot", "deport expel", "shell bomb", "raid attack storm",
	"monitor watch observe track", "register record log count", "estimate reckon calculate value", "opt decide choose", "consider think_about mull contemplate", "intend aim plan", "attempt try", "complain protest", "slam blast criticise criticize condemn attack",
	"laud commend praise", "interrogate question interview quiz", "prove show demonstrate", "notify inform tell brief", "brand label call describe characterise characterize", "isolate cut_off", "flatten level raze destroy wipe_out", "wash_away sweep sweep_away carry",
	"back_out withdraw pull_out", "withdraw quit leave", "go_on continue", "carry_on continue", "take_place happen occur be_held hold", "arrange organise organize", "host hold stage", "abandon give_up", "pick_up collect", "hand_over give surrender deliver",
	"turn_over hand_over", "surrender give_up", "cheat defraud swindle", "bribe pay", "spy eavesdrop", "leak disclose reveal publish", "fall_ill sicken", "infect contaminate", "recover heal", "rebuild reconstruct restore", "renovate refurbish restore", "double increase", "triple increase",
	"halve cut reduce", "shelve postpone drop", "speed_up accelerate", "slow slow_down", "unveil present announce reveal launch show", "introduce bring_in", "impose introduce slap", "levy impose charge", "fine penalise penalize", "honour honor award", "name call", "graduate study", "join sign_up",
	"nominate propose", "inherit receive", "vanish disappear go_missing", "spot see sight", "overtake pass", "grow cultivate", "manufacture make produce build assemble", "house hold", "rent lease hire", "let rent_out", "occupy seize", "invade attack", "mine extract dig", "drill bore")
