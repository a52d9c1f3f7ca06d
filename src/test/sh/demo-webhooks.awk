# What a sync of changes brought, held against what was changed: two files with lines "STREAM KEY", of
# rows that have to come whole and of rows that have to be told as gone, and then its messages.
# Ends with 1 if something is missing.

FNR == 1 { file++ }

file == 1 { whole[$0] = 1 }

file == 2 { gone[$0] = 1 }

file == 3 && /^\{"type":"RECORD"/ {
  split($0, part, "\"")
  match($0, /"id":[0-9]+/) # the first is the row's own
  row = part[8] " " substr($0, RSTART + 5, RLENGTH - 5)
  if (/"_sdc_deleted_at":/) {
    print "  " row " is gone: " $0
    told[row] = "gone"
  } else {
    print "  " row " came whole: " substr($0, 1, 50) "... (" length($0) " characters)"
    told[row] = "whole"
  }
}

END {
  for (row in whole) if (told[row] != "whole") missing = missing "\n  " row " has not come"
  for (row in gone) if (told[row] != "gone") missing = missing "\n  " row " is not told as gone"
  if (missing != "") {
    print "Changes are missing:" missing
    exit 1
  }
  print "  All changes are there."
}
