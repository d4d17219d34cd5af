/** Written by src/evaluation/train-answer-weights.ts; not by hand. */
export interface LinearWeights {
  readonly bias: number;
  /** Names of the values, parallel to `weights`. */
  readonly names: readonly string[];
  readonly weights: readonly number[];
}
/** What the log-odds of the trees count beside `ANSWER_WEIGHTS`. */
export const TREES_WEIGHT = 0.6463;
export const ANSWER_WEIGHTS: LinearWeights = {
  bias: -14.0141,
  names:
    'placeOwn placeCoverage placeContent placeNames placeType placePresupposed placeProximity placeRetrieval ofBest documentOfBest isHeading hasStatement hasSpeaker hasNumber isKeywords scoreOwn scoreCoverage scoreContent scoreNames scoreType scoreProximity score margin terms questionWords sentenceWords asks_who asks_when asks_where asks_why asks_how asks_count asks_amount asks_what asks_thing asks_yesNo ownAll own_name own_number own_verb own_noun own_adjective own_other ownExact ownUnmet aroundAll around_name around_number around_verb around_noun around_adjective around_other aroundExact aroundUnmet count_name count_number count_verb count_noun count_adjective count_other meanNearest leastName ownLack ownLack2 ownLack3 ownLackMatch ownLackNearest ownLackWeight ownLack2Nearest ownLackAround ownShort ownShort2 ownShortNearest ownShortSibling ownShortMatch ownLack_name ownLack_number ownLack_verb ownLack_noun ownLack_adjective ownLack_other aroundLack aroundLack2 aroundLack3 aroundLackMatch aroundLackNearest aroundLackWeight aroundLack2Nearest aroundShort aroundShort2 aroundShortNearest aroundShortSibling aroundShortMatch aroundLack_name aroundLack_number aroundLack_verb aroundLack_noun aroundLack_adjective aroundLack_other ownOpposed deniesTerms asksDenial saysDenial denialDiffers limits ownLimit aroundLimit otherNumbers otherNames verbOwn verbAround verbNearest verbOpposed focusOwn focusAround focusNearest focusKind pairsKept pairsTorn pairsHalf pairsOrdered spread longestRun sequence bigrams trigrams swaps swapNearest swapNames swapNumbers candidates bestFit candidateDistance candidateFit candidateVerb candidateGap newWords rolesAgree rolesDiffer prepositionsSame prepositionsDiffer firstTerm lastTerm opensWithVerb asks_not asks_least asks_most asks_only asks_other asks_before asks_after asks_outside asks_called asks_choice asks_two asks_ofWhat asksAtEnd'.split(
      ' ',
    ),
  weights:
    '-1.4968 -0.102 -0.1141 0.1423 -0.0663 0.8562 -0.3085 3.2416 2.1472 2.634 0.7698 -0.119 0.0776 0.0668 0.7492 -1.4968 -0.102 -0.1141 0.1423 -0.0663 -0.3085 3.8112 1.4455 0.1024 0.0249 -0.0132 -0.2838 -0.0525 -0.1373 0.4266 0.223 -0.1536 -0.1369 -0.0742 -0.0496 0.3187 -1.7504 -0.397 -0.5704 0.352 0.3491 0.0188 -0.0431 0.2296 -0.2341 3.8077 0.5247 0.5139 0.2295 0.2563 -0.3914 0.8917 -1.4588 -0.0954 0.0579 -0.0734 0.0821 0.1091 0.094 0.1831 1.3301 0.0832 0.0484 -0.6109 -0.2123 0.7577 -0.8153 -0.6008 -0.287 0.0108 0.15 0.5199 0.1475 0.1547 0.2353 0.1771 -0.3802 -0.0621 0.2067 -0.1796 -0.3003 -0.5287 0.1185 -0.0676 -0.3402 -0.0762 0.6626 0.4415 0.0314 0.244 0.1455 0.4306 0.0554 0.6624 -0.119 0.8521 0.6111 -0.0228 1.7021 -0.6151 -0.0394 0.0315 0.4281 -0.3359 -0.0399 0.2775 -0.4943 0.0407 -0.0196 -0.0084 -0.2933 0.0684 -0.4839 -0.1952 -0.5015 0.4761 0.1377 -0.1095 0.0238 -0.033 0.1546 -0.0044 -0.0272 1.0475 0.9191 -0.9277 -0.0154 0.0933 -0.2 -1.3827 0.0172 0.452 -0.0104 0.2814 -0.0236 -0.0083 0.0022 -0.0713 -0.0446 0.0283 -0.0246 -0.047 0.1172 -0.1469 -1.0932 -0.6563 0.2209 -0.1045 0.255 0.1984 -0.3109 -0.5637 0.1813 0.0564 0.1238 0.0483 -0.1654'
      .split(' ')
      .map(Number),
};
export const PLACE_WEIGHTS: LinearWeights = {
  bias: -19.0277,
  names:
    'placeOwn placeCoverage placeContent placeNames placeType placePresupposed placeProximity placeRetrieval ofBest documentOfBest isHeading hasStatement hasSpeaker hasNumber isKeywords'.split(
      ' ',
    ),
  weights: '-1.7185 2.8566 0.8505 0.4281 1.1584 0.5514 0.061 5.9681 5.3948 3.6858 1.3765 -0.2226 0.0564 0.194 0.9245'
    .split(' ')
    .map(Number),
};
