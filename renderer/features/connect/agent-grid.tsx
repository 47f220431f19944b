import { FolderPlus } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { AgentSummary, ProcedureOutput } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { addressOf, go, usePlace } from '../../app/router.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { AgentMark } from '../../ui/agent-mark.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Empty } from '../../ui/empty.tsx';
import fieldStyles from '../../ui/field.module.css';
import { TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import styles from './agent-grid.module.css';
import { applyAddress, canApply } from './apply-model.ts';
import { agentsMatching } from './model.ts';

type Project = ProcedureOutput<'project.list'>['projects'][number];

interface AgentGridProps {
  readonly agents: readonly AgentSummary[];
  readonly startedIn: string;
}

/** Step one: the projects found on this machine, then every agent that Sealwire knows. */
export function AgentGrid({ agents, startedIn }: AgentGridProps): ReactElement {
  const { query } = usePlace();
  const folders = query.getAll('folder');
  const found = useAnswer('project.list', { folders }, { keepFormer: true });
  const [text, setText] = useState('');
  const shown = agentsMatching(agents, text);
  const projects = found.data?.projects ?? [];

  return (
    <Page
      title="Connect an agent"
      lead="Choose what your application is written in. Sealwire then gives you the exact lines and watches how far it gets."
      action={
        <Link to="/connect/check" className={buttonClass('plain')}>
          Check a configuration
        </Link>
      }
    >
      {found.error !== null && <Problem problem={found.error} />}
      <section className={styles.section} aria-labelledby="found-projects">
        <h2 id="found-projects">Found on this machine</h2>
        {projects.length === 0 && (
          <p className={styles.quiet}>
            {found.isPending ? 'Looking for projects in' : 'No project that Sealwire can read in'}{' '}
            <code>{startedIn}</code>
            {folders.length > 0 && ` and ${folders.length === 1 ? 'the folder' : 'the folders'} you added`}.
          </p>
        )}
        {projects.length > 0 && (
          <ul className={styles.grid}>
            {projects.map((project) => (
              <ProjectCard key={`${project.folder}\n${project.agent}`} project={project} agents={agents} />
            ))}
          </ul>
        )}
        <AddFolder folders={folders} isOpen={query.get('do') === 'folder'} />
      </section>
      <section className={styles.section} aria-labelledby="all-agents">
        <div className={styles.head}>
          <h2 id="all-agents">Agents</h2>
          <div className={styles.search}>
            <input
              type="search"
              className={fieldStyles.input}
              aria-label="Search agents and frameworks"
              placeholder="Search agents and frameworks"
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
        </div>
        {shown.length === 0 ? (
          <Card isFlush>
            <Empty
              title={`Nothing matches “${text}”`}
              actions={<Button onClick={() => setText('')}>Show all agents</Button>}
            />
          </Card>
        ) : (
          <ul className={styles.grid}>
            {shown.map(({ id, title, version, frameworks }) => (
              <li key={id} className={styles.card}>
                <AgentMark agent={id} size={36} />
                <div className={styles.words}>
                  <div className={styles.titleLine}>
                    <Link to={`/connect/${id}`} className={styles.name}>
                      {title}
                    </Link>
                    <Badge>up to {version}</Badge>
                  </div>
                  <p className={styles.quiet}>{frameworks.map((framework) => framework.title).join(', ')}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
}

function ProjectCard({
  project,
  agents,
}: {
  readonly project: Project;
  readonly agents: readonly AgentSummary[];
}): ReactElement {
  const { folder, name, agent, framework, installed, start } = project;
  const summary = agents.find(({ id }) => id === agent);
  const frameworkTitle = summary?.frameworks.find(({ id }) => id === framework)?.title ?? framework;
  return (
    <li className={styles.card}>
      <AgentMark agent={agent} size={36} />
      <div className={styles.words}>
        <Link to={addressOf(`/connect/${agent}`, { service: name, framework, start, folder })} className={styles.name}>
          {name}
        </Link>
        <p className={styles.quiet}>
          {[summary?.title ?? agent, frameworkTitle, installed ? 'agent installed' : 'agent to add']
            .filter((word) => word !== null)
            .join(' · ')}
        </p>
        <p className={styles.folder} title={folder}>
          {folder}
        </p>
      </div>
      {summary !== undefined && canApply(summary) && (
        <Link
          to={applyAddress(agent, { service: name, framework: framework ?? '', start, folder })}
          className={classNames(buttonClass('plain'), styles.apply)}
          aria-label={`Apply… to ${name}`}
        >
          Apply…
        </Link>
      )}
    </li>
  );
}

interface AddFolderProps {
  readonly folders: readonly string[];
  readonly isOpen: boolean;
}

function AddFolder({ folders, isOpen }: AddFolderProps): ReactElement {
  const goTo = (wanted: readonly string[], more: readonly [string, string][] = []): void => {
    const query = new URLSearchParams([...wanted.map((value): [string, string] => ['folder', value]), ...more]);
    go(query.size === 0 ? '/connect' : `/connect?${query}`, 'replace');
  };

  function add(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const folder = String(new FormData(event.currentTarget).get('folder') ?? '').trim();
    if (folder === '') return;
    goTo([...new Set([...folders, folder])]);
  }

  if (!isOpen) {
    return (
      <div className={styles.look}>
        <Button kind="quiet" onClick={() => goTo(folders, [['do', 'folder']])}>
          <FolderPlus size={16} aria-hidden="true" />
          Look in another folder
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.addFolder} onSubmit={add}>
      <TextField label="Folder of your project" name="folder" placeholder="/home/you/shop-api" autoFocus />
      <Button type="submit">Look there</Button>
      <Button kind="quiet" onClick={() => goTo(folders)}>
        Cancel
      </Button>
    </form>
  );
}
