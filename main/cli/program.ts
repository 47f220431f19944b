/** Facts about this very program that commands pass on. */
export interface Program {
  readonly version: string;
  /** How the `sealwire` command is typed here: its name, or the quoted path of the script in the clone. */
  readonly command: string;
  /** The script that the command starts, in the clone or in the installed package. */
  readonly script: string;
  /** The file that Node was started with; a background instance is started from it again. */
  readonly entry: string;
  /** Folder of the built interface. */
  readonly interfaceFolder: string;
  /** Folder in which the person stands. */
  readonly workingFolder: string;
}
