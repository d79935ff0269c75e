import { readChannelRoleFor, type ChannelRole } from '../../database/common/channel-roles';
import {
  askEndOfList,
  endReading,
  moveTopic,
  readTypedList,
  type ListSource,
} from '../../database/takeovers/list-dialog';
import type { EffectOf } from '../../domain/effects';
import type { Api } from '../../telegram/api';
import { downloadFile, FileNotGiven } from '../../telegram/download-file';
import { failed, type Attempt, type Outcome } from '../common/outcome';
import { showLiving, type LivingDependencies } from '../common/show-living';
import { callTelegram } from '../common/telegram-call';
import { answerTo, promisesOf, refusedBecause, type Answered } from './answer-list';
import { takeInList } from './take-in-list';

export interface ReadingDependencies {
  readonly database: LivingDependencies['database'];
  readonly api: LivingDependencies['api'] & Pick<Api, 'getFile' | 'token' | 'options'>;
}

const chunksOf = async (api: ReadingDependencies['api'], source: ListSource): Promise<readonly Buffer[]> =>
  'fileId' in source ? downloadFile(api, source.fileId) : [Buffer.from(source.text)];

/** Reads a list and decides how it is answered. */
async function readAndAnswer(
  deps: ReadingDependencies,
  channelRole: ChannelRole,
  { source, until }: { readonly source: ListSource } & Pick<EffectOf<'read_takeover'>, 'until'>,
): Promise<Answered | undefined> {
  const { openChannelId, userId: actorUserId, timeZone } = channelRole;
  try {
    const chunks = await chunksOf(deps.api, source);
    const taken = await takeInList(deps.database, { openChannelId, actorUserId, timeZone, chunks, until });
    return await answerTo(deps.database, channelRole, taken);
  } catch (error) {
    if (error instanceof FileNotGiven) return refusedBecause(channelRole, error.because);
    throw error;
  }
}

const topicOf = (outboxId: number): string => `list:${outboxId}`;

/**
 * Reads a list that a manager sent and shows what it would change. Nothing of the list is kept but its lines, and those only if
 * it can be taken over. Does nothing if what was typed is read already, or the manager has turned to something else. Safe to repeat.
 */
export const readTakeoverList = (
  deps: ReadingDependencies,
  { openChannelId, userId, fileId, until }: EffectOf<'read_takeover'>,
  { outboxId, key, language }: Attempt,
): Promise<Outcome> =>
  callTelegram(deps, userId, async () => {
    const { database } = deps;
    const channelRole = await readChannelRoleFor(database, { openChannelId, userId, action: 'take-over' });
    if (channelRole === undefined) return;
    const source = fileId === null ? await readTypedList(database, channelRole) : { fileId };
    if (source === undefined) return;
    const topic = topicOf(outboxId);
    const message = { type: 'takeover_reading', openChannelId, title: channelRole.title } as const;
    const reader = { chatId: userId, language };
    await showLiving(deps, reader, { outboxId, message, living: { topic, as: 'edit' } });
    const answered = await readAndAnswer(deps, channelRole, { source, until });
    if (answered === undefined) return;
    if (answered.topic !== undefined) await moveTopic(database, { from: topic, to: answered.topic });
    const promised = promisesOf({ channelRole, key, topic }, answered);
    const end = answered.message.type === 'takeover_until' ? askEndOfList : endReading;
    await end(database, channelRole, { source, promised });
  });

/** Says that a file could not be had in time. What is typed needs no download. */
export async function giveUpReading(
  { database }: ReadingDependencies,
  { openChannelId, userId, fileId }: EffectOf<'read_takeover'>,
  { outboxId, key }: Attempt,
): Promise<Outcome> {
  const channelRole = await readChannelRoleFor(database, { openChannelId, userId, action: 'take-over' });
  if (channelRole !== undefined && fileId !== null) {
    const answered = refusedBecause(channelRole, 'not_given');
    const promised = promisesOf({ channelRole, key, topic: topicOf(outboxId) }, answered);
    await endReading(database, channelRole, { source: { fileId }, promised });
  }
  return failed('the list could not be read in time');
}
