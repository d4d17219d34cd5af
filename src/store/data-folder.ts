import { chmodSync, closeSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError, messageOf } from '../core/errors.ts';

/** Where the store keeps its files. */
export interface DataFolder {
  readonly path: string;
  readonly databasePath: string;
}

/** Only the owner may look in: people's questions stand in the store. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * Creates the data folder and an empty database file where they are missing.
 * @throws DeskError `store_unavailable` when the path is a file or may not be written.
 */
export function prepareDataFolder(path: string): DataFolder {
  const databasePath = join(path, 'desk.db');
  try {
    mkdirSync(path, { recursive: true, mode: FOLDER_MODE });
    // A folder that was there may be open to others. One with files of others in it is left to its owner: ours in it
    // are closed all the same.
    if (readdirSync(path).length === 0) chmodSync(path, FOLDER_MODE);
    // SQLite gives its log files the rights of the database file.
    closeSync(openSync(databasePath, 'a', FILE_MODE));
    return { path, databasePath };
  } catch (thrown) {
    throw new DeskError({ ...describeFolderProblem(thrown, path), code: 'store_unavailable', cause: thrown });
  }
}

function describeFolderProblem(thrown: unknown, path: string): { message: string; hint: string } {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return {
        message: `The data folder ${path} cannot be used: it, or a part of its path, is a file.`,
        hint: 'Choose another folder with --data (or DATA_DIR), or move the file away.',
      };
    case 'EISDIR':
      return {
        message: `The data folder ${path} cannot be used: desk.db in it is a folder.`,
        hint: 'Choose another folder with --data (or DATA_DIR), or move that folder away.',
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        message: `The data folder ${path} may not be written by this user.`,
        hint: 'Give this user the right to write there, or choose another folder with --data (or DATA_DIR).',
      };
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        message: `The disk that should hold the data folder ${path} is full.`,
        hint: 'Free some space and run the command again.',
      };
    default:
      return {
        message: `The data folder ${path} cannot be prepared: ${messageOf(thrown)}.`,
        hint: 'Choose another folder with --data (or DATA_DIR).',
      };
  }
}
