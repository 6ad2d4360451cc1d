#!/bin/sh
# Stands for GNU parallel where it is not installed: parallel COMMAND … {} … ::: A B, one after the other.
command=
while [ "$1" != ":::" ]; do
  command="$command $1"
  shift
done
shift
failed=0
for given in "$@"; do
  sh -c "$(echo "$command" | sed "s/{}/$given/g")" || failed=$((failed + 1))
done
exit $failed
