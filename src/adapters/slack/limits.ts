/**
 * What Slack accepts, as data. Lengths are counted here in UTF-16 units, which is never fewer than Slack counts. From
 * the Block Kit and Web API reference (docs.slack.dev/reference) and `@slack/types` 3.2 unless a line says otherwise.
 */
export const SLACK_LIMITS = {
  blocksPerMessage: 50,
  blocksPerView: 100,
  sectionText: 3_000,
  headerText: 150,
  contextElements: 10,
  actionsElements: 25,
  contextActionsElements: 5,
  buttonText: 75,
  buttonValue: 2_000,
  accessibilityLabel: 75,
  /** Of links and buttons. */
  url: 3_000,
  blockId: 255,
  actionId: 255,
  optionText: 75,
  optionValue: 150,
  optionsPerSelect: 100,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  /**
   * All text in the blocks of one message. Not documented; users measured `msg_blocks_too_long` at about 13,200
   * (metabase pull request 80105).
   */
  textPerMessage: 13_200,
  /** `chat.postMessage` cuts `text` above this without a word. */
  topLevelText: 40_000,
  suggestedPrompts: 4,
  loadingMessages: 10,
  sessionTitle: 200,
  /** Markdown in one call of the streaming methods, and (not documented) in one streamed message. */
  streamedText: 12_000,
  /** A response URL takes this many posts within 30 minutes. */
  responsesPerUrl: 5,
  /** Posts a second into one channel; a little more in bursts. */
  postsPerSecondAndChannel: 1,
  /** Slack waits so long for an acknowledgement. */
  acknowledgeMs: 3_000,
  /** A streamed message ends by itself after about five minutes (not documented; python-slack-sdk issue 1859). */
  streamLifeMs: 300_000,
  /** A status is taken away by Slack after this time. */
  statusLifeMs: 120_000,
} as const;

/** What one message of the desk holds at most: under the measured limit, with room for buttons and their labels. */
export const MESSAGE_BUDGET = 11_500;
/** Of one rich text block: as a section bears, since none is documented for it. */
export const BLOCK_BUDGET = SLACK_LIMITS.sectionText;
