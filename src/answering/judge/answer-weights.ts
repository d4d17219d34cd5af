/** Written by src/evaluation/train-answer-weights.ts; not by hand. */
export interface LinearWeights {
  readonly bias: number;
  /** Names of the values, parallel to `weights`. */
  readonly names: readonly string[];
  readonly weights: readonly number[];
}
/** What the log-odds of the trees count beside `ANSWER_WEIGHTS`. */
export const TREES_WEIGHT = 0.6499;
export const ANSWER_WEIGHTS: LinearWeights = {
  bias: -14.0581,
  names:
    'placeOwn placeCoverage placeContent placeNames placeType placePresupposed placeProximity placeRetrieval placePosition ofBest documentOfBest isHeading hasStatement hasSpeaker hasNumber isKeywords scoreOwn scoreCoverage scoreContent scoreNames scoreType scoreProximity score margin terms questionWords sentenceWords asks_who asks_when asks_where asks_why asks_how asks_count asks_amount asks_what asks_thing asks_yesNo ownAll own_name own_number own_verb own_noun own_adjective own_other ownExact ownUnmet aroundAll around_name around_number around_verb around_noun around_adjective around_other aroundExact aroundUnmet count_name count_number count_verb count_noun count_adjective count_other meanNearest leastName ownLack ownLack2 ownLack3 ownLackMatch ownLackNearest ownLackWeight ownLack2Nearest ownLackAround ownShort ownShort2 ownShortNearest ownShortSibling ownShortMatch ownLack_name ownLack_number ownLack_verb ownLack_noun ownLack_adjective ownLack_other aroundLack aroundLack2 aroundLack3 aroundLackMatch aroundLackNearest aroundLackWeight aroundLack2Nearest aroundShort aroundShort2 aroundShortNearest aroundShortSibling aroundShortMatch aroundLack_name aroundLack_number aroundLack_verb aroundLack_noun aroundLack_adjective aroundLack_other ownOpposed deniesTerms asksDenial saysDenial denialDiffers limits ownLimit aroundLimit otherNumbers otherNames verbOwn verbAround verbNearest verbOpposed focusOwn focusAround focusNearest focusKind pairsKept pairsTorn pairsHalf pairsOrdered spread longestRun sequence bigrams trigrams swaps swapNearest swapNames swapNumbers candidates bestFit candidateDistance candidateFit candidateVerb candidateGap newWords rolesAgree rolesDiffer prepositionsSame prepositionsDiffer firstTerm lastTerm opensWithVerb asks_not asks_least asks_most asks_only asks_other asks_before asks_after asks_outside asks_called asks_choice asks_two asks_ofWhat asksAtEnd'.split(
      ' ',
    ),
  weights:
    '-1.0214 0.3056 -0.0247 0.2711 0.1913 0.861 -0.1722 3.3361 0.3247 2.1433 2.5934 0.7179 -0.1077 0.0771 0.0688 0.7713 -1.0214 0.3056 -0.0247 0.2711 0.1913 -0.1722 0.6257 1.4647 0.0992 0.0236 -0.013 -0.2957 -0.0496 -0.1423 0.4334 0.2148 -0.1429 -0.1095 -0.0873 -0.0697 0.3343 -1.8028 -0.3946 -0.569 0.3567 0.3508 0.0079 -0.0243 0.2168 -0.2337 3.8223 0.5181 0.5431 0.2268 0.2614 -0.3747 0.8852 -1.4824 -0.0988 0.0637 -0.0851 0.0871 0.1107 0.0974 0.1854 1.3897 0.0734 -0.0066 -0.6054 -0.2231 0.7231 -0.7885 -0.5637 -0.3097 0.0108 0.1384 0.4994 0.1088 0.1448 0.2419 0.1692 -0.365 -0.0684 0.2067 -0.2047 -0.2691 -0.5319 0.1206 -0.0665 -0.3457 -0.0886 0.6659 0.4366 0.0153 0.2421 0.149 0.4335 0.044 0.6605 -0.1024 0.8634 0.6234 0.0033 1.7046 -0.631 -0.04 0.0251 0.4341 -0.3399 -0.0378 0.2751 -0.4863 0.0411 -0.0218 -0.0072 -0.2968 0.0714 -0.4903 -0.1847 -0.4972 0.4608 0.1381 -0.1169 0.023 -0.0324 0.1568 -0.0035 -0.0256 1.047 0.8878 -0.9655 -0.0184 0.1061 -0.2053 -1.3871 0.0188 0.4527 -0.0108 0.2887 -0.0235 -0.0079 0.0012 -0.0718 -0.0471 0.0317 -0.0282 -0.0458 0.1193 -0.1478 -1.1064 -0.6676 0.2177 -0.1034 0.2443 0.2083 -0.3081 -0.5667 0.1771 0.0809 0.1348 0.0508 -0.177'
      .split(' ')
      .map(Number),
};
export const PLACE_WEIGHTS: LinearWeights = {
  bias: -18.868,
  names:
    'placeOwn placeCoverage placeContent placeNames placeType placePresupposed placeProximity placeRetrieval placePosition ofBest documentOfBest isHeading hasStatement hasSpeaker hasNumber isKeywords'.split(
      ' ',
    ),
  weights:
    '-1.6621 2.8123 0.8592 0.4368 1.166 0.5319 0.0578 5.7011 0.4788 5.354 3.4674 1.2438 -0.1859 0.0594 0.202 0.9459'
      .split(' ')
      .map(Number),
};
