# A small class for the teachers' guide, in the folder remises/ as Moodle's archive unpacks: two hand-ins, one cut file.
set -e
watch() { npm run --silent watch -- "$@" > /dev/null; }
exercises=05-masques-et-sous-reseaux
zoe="remises/Zoé Martin_4711_assignsubmission_file"
paul="remises/Paul Durand_4712_assignsubmission_file"
ana="remises/Ana Diaz_4713_assignsubmission_file"
mkdir -p "$zoe" "$paul" "$ana"

watch zoe/ --lab tp3 --once
cp graders/addresses/parse-ip/solution.ts zoe/$exercises/05.1-parse-ip.ts
cp graders/addresses/prefix-from-mask/solution.ts zoe/$exercises/05.2-prefix-from-mask.ts
watch zoe/ --rendre tp3 --nom "Zoé Martin" --numero 22301234
cp zoe/*.prip.json "$zoe"

watch paul/ --lab tp3 --once
cp graders/addresses/parse-ip/solution.ts paul/$exercises/05.1-parse-ip.ts
cp graders/addresses/prefix-from-mask/mistakes/counts-ones.ts paul/$exercises/05.2-prefix-from-mask.ts
watch paul/ --rendre tp3 --nom "Paul Durand" --numero 22305678
cp paul/*.prip.json "$paul"

head -c 300 zoe/*.prip.json > "$ana/tp3-ANA-DIAZ-22309999.prip.json"
