import { Button, Group, List, Stack, Text, TextInput } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconFileUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useAbout, useAddFiles } from "@/api";
import { TroubleShown } from "@/frame";
import { count, isDay, safe } from "@/words";
import { sizeWords, sorted } from "./files";

const FORMS = ["txt", "html", "htm", "jsonl"];

/** Files to read, chosen or dropped; for those that say no day or publisher, one may be given. */
export function DropFiles({ onBegin }: { onBegin: (job: string) => void }) {
  const forms = useAbout().data?.forms ?? FORMS;
  const add = useAddFiles();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [published, setPublished] = useState("");
  const [publisher, setPublisher] = useState("");
  const { fit, unfit } = sorted(files, forms);
  const dayFault = published !== "" && !isDay(published);
  const send = () =>
    add.mutate(
      { files: fit, published: published || undefined, publisher: publisher.trim() || undefined },
      {
        onSuccess: ({ job }) => {
          setFiles([]);
          onBegin(job);
        },
      },
    );
  return (
    <Stack gap="sm">
      <Dropzone
        onDrop={(more) => setFiles((now) => [...now, ...more])}
        multiple
        p="lg"
        inputProps={{ "aria-label": "Files to read" }}
        aria-label="Drop files here, or press Enter to choose some"
      >
        <Group justify="center" gap="sm">
          <IconFileUpload size={28} stroke={1.5} aria-hidden="true" />
          <div>
            <Text size="sm">Drop files here, or click to choose</Text>
            <Text size="xs" c="dimmed">
              {forms.map((form) => `.${form}`).join(", ")}; a .jsonl file holds a report a line
            </Text>
          </div>
        </Group>
      </Dropzone>
      {unfit.length > 0 && (
        <Text size="sm" role="alert">
          Left out, as nothing reads such files: {unfit.map(({ name }) => safe(name)).join(", ")}.
          Save them as {forms.map((form) => `.${form}`).join(" or ")} first.
        </Text>
      )}
      {fit.length > 0 && (
        <List size="sm" aria-label="Files to add" mah={180} style={{ overflowY: "auto" }}>
          {fit.map((file, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may be alike in all that can be seen of them.
            <List.Item key={number}>
              {safe(file.name)} <Text span c="dimmed" size="xs">{`${sizeWords(file.size)}`}</Text>
            </List.Item>
          ))}
        </List>
      )}
      <Group grow align="flex-start">
        <TextInput
          label="Published on"
          description="for those that name no day"
          placeholder="2014-02-10"
          value={published}
          error={dayFault && "Write it as 2014-02-10"}
          onChange={(event) => setPublished(event.currentTarget.value.trim())}
        />
        <TextInput
          label="Publisher"
          description="for those that name none"
          value={publisher}
          onChange={(event) => setPublisher(event.currentTarget.value)}
        />
      </Group>
      <Group>
        <Button onClick={send} disabled={fit.length === 0 || dayFault} loading={add.isPending}>
          {fit.length > 0 ? `Read ${count(fit.length, "file")}` : "Read the files"}
        </Button>
        {files.length > 0 && (
          <Button variant="subtle" onClick={() => setFiles([])}>
            Clear
          </Button>
        )}
      </Group>
      {add.error && <TroubleShown error={add.error} />}
    </Stack>
  );
}
