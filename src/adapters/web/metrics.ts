import type { Answer } from '../../core/answer.ts';
import type { Reply } from '../../core/message.ts';

/** Upper bounds in seconds; the defaults of the Prometheus client libraries. */
const DURATION_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type QuestionOutcome = Answer['status'] | Exclude<Reply['kind'], 'answer'> | 'failed';

/** Counters of the server. Labels come from closed sets, so that a caller cannot make them grow. */
export interface Metrics {
  /** A served request; `route` is the pattern, never the path that was asked. */
  countRequest(request: { route: string; method: string; status: number; durationMs: number }): void;
  /** A question that got its reply, or failed. */
  countQuestion(outcome: QuestionOutcome, durationMs: number): void;
  /** The Prometheus text exposition format, version 0.0.4. */
  renderText(): string;
}

type Labels = Readonly<Record<string, string>>;

export function createMetrics(): Metrics {
  const requests = createCounter('desk_http_requests_total', 'HTTP requests by route, method and status.');
  const requestDurations = createHistogram('desk_http_request_duration_seconds', 'Time to serve a request, by route.');
  const questions = createCounter('desk_questions_total', 'Questions asked on the web page by outcome.');
  const questionDurations = createHistogram('desk_question_duration_seconds', 'Time from question to reply.');
  return {
    countRequest({ route, method, status, durationMs }) {
      requests.add({ route, method: knownMethod(method), status: String(status) });
      requestDurations.observe({ route }, durationMs / 1000);
    },
    countQuestion(outcome, durationMs) {
      questions.add({ outcome });
      questionDurations.observe({}, durationMs / 1000);
    },
    renderText: () => [requests, requestDurations, questions, questionDurations].map((m) => m.render()).join(''),
  };
}

/** The content type that belongs to `renderText`. */
export const METRICS_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

function createCounter(name: string, help: string) {
  const values = new Map<string, number>();
  return {
    add(labels: Labels) {
      const key = renderLabels(labels);
      values.set(key, (values.get(key) ?? 0) + 1);
    },
    render: () =>
      `${head(name, help, 'counter')}${[...values].map(([key, value]) => `${name}${key} ${value}\n`).join('')}`,
  };
}

interface Observations {
  readonly labels: Labels;
  /** How many fell into each bucket; one more than the bounds, for what is above the last. */
  readonly counts: number[];
  sum: number;
}

function createHistogram(name: string, help: string) {
  const series = new Map<string, Observations>();
  return {
    observe(labels: Labels, seconds: number) {
      const key = renderLabels(labels);
      const found = series.get(key) ?? { labels, counts: DURATION_BUCKETS_S.map(() => 0).concat(0), sum: 0 };
      const bucket = DURATION_BUCKETS_S.findIndex((bound) => seconds <= bound);
      const index = bucket === -1 ? DURATION_BUCKETS_S.length : bucket;
      found.counts[index] = (found.counts[index] ?? 0) + 1;
      found.sum += seconds;
      series.set(key, found);
    },
    render: () => `${head(name, help, 'histogram')}${[...series.values()].map((s) => renderSeries(name, s)).join('')}`,
  };
}

/** Buckets of the format are cumulative: each counts all that is not above its bound. */
function renderSeries(name: string, observations: Observations): string {
  let total = 0;
  const buckets = observations.counts.map((count, index) => {
    total += count;
    const le = DURATION_BUCKETS_S[index] ?? '+Inf';
    return `${name}_bucket${renderLabels({ ...observations.labels, le: String(le) })} ${total}\n`;
  });
  const labels = renderLabels(observations.labels);
  return `${buckets.join('')}${name}_sum${labels} ${observations.sum}\n${name}_count${labels} ${total}\n`;
}

function head(name: string, help: string, type: string): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
}

function renderLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function knownMethod(method: string): string {
  return METHODS.has(method) ? method : 'other';
}
