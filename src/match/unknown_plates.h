// How much of a read plates may explain that nobody knows.
#pragma once

#include "plates/grammar.h"
#include "plates/read_likelihood.h"

namespace bas::match {

// Weights as those of Rivals. `forms`: of the country, as Grammars gives them; `coverage` 0..1: the
// share of its plates that are known.

// Of the read's own plate, if that is none that is known: as probable as such plates are among the
// texts that are not taken. Cost: 20 ns.
double weight_of_own(const plates::ReadLikelihood& read, plates::FormsByLength forms,
                     double coverage);

// Of all other plates near the read, double errors among them. Cost: 0.1 to 0.3 µs.
double weight_of_others(const plates::ReadLikelihood& read, plates::FormsByLength forms,
                        double coverage);

}  // namespace bas::match
