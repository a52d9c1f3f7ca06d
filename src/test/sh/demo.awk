# A table of what arrived, from the log of a sync and its messages: the rows are counted in the
# messages, the seconds are those of the run report, whose lines are like
#   gifts: verified: rows 1000 (total 1000), pages 5, ..., 0.3 s

FILENAME ~ /\.log$/ && match($0, /[a-z_]+: [a-z]+( \(.*\))?: rows [0-9]+/) {
  stream = substr($0, RSTART)
  sub(/:.*/, "", stream)
  seconds[stream] = $(NF - 1)
}

FILENAME ~ /\.log$/ && / all [0-9]+ streams / { all = $(NF - 1) }

/^\{"type":"SCHEMA"/ { split($0, part, "\""); order[++streams] = part[8] }

/^\{"type":"RECORD"/ { split($0, part, "\""); rows[part[8]]++; sum++ }

END {
  printf "%-24s %8s %8s\n", "stream", "rows", "seconds"
  for (i = 1; i <= streams; i++) {
    printf "%-24s %8d %8s\n", order[i], rows[order[i]], seconds[order[i]]
  }
  printf "%-24s %8d %8s\n", streams " streams", sum, all
}
